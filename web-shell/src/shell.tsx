import {
  AccountPage,
  Banners,
  BrokenGlassesNotice,
  Footer,
  Header,
  Navigation,
  NotFoundPage,
  onDemand,
  Route,
  Routes,
  SkipLink,
  useLocation,
  useSession,
  type Viewer,
} from '@mainstay/web-kit';
import { Suspense } from 'react';
import type { ModuleEntry } from './modules/module-entry.ts';
import { useModules } from './modules/module-registry.ts';
import { ModuleSlot } from './modules/module-slot.tsx';
import { HomePage } from './pages/home.page.tsx';
import { Pane } from './pages/pane.tsx';
import { SignInPage } from './pages/sign-in.page.tsx';

const AccessibilityStatementPage = onDemand(
  async () => (await import('./pages/accessibility-statement.page.tsx')).AccessibilityStatementPage,
);

/** The frame around every page: who is there, where they can go, and the place of the module that the address names. */
export function Shell() {
  const session = useSession();
  const { viewer } = session;
  const modules = useModules().filter(({ audiences }) => viewer && audiences.includes(viewer.audience));
  const { pathname } = useLocation();
  const here = modules.find(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return (
    <>
      <SkipLink />
      <Header viewer={viewer} />
      <Banners session={session} />
      {viewer && <NoticeForManagers viewer={viewer} modules={modules} />}
      <Navigation links={modules.flatMap(({ navigation }) => navigation)} />
      <div className="mainstay-shell__body">
        <Suspense fallback={<Pane what="the page" />}>
          <Routes>
            <Route path="/accessibility-statement" element={<AccessibilityStatementPage />} />
            {viewer && <Route path="/account" element={<AccountPage />} />}
            {viewer && <Route index element={<HomePage modules={modules} />} />}
            {modules.map((module) => (
              <Route
                key={module.id}
                path={`${module.path}/*`}
                element={<ModuleSlot key={module.id} module={module} />}
              />
            ))}
            <Route path="*" element={viewer ? <NotFoundPage /> : <SignInPage />} />
          </Routes>
        </Suspense>
      </div>
      <Footer version={here && versionOf(here)} />
    </>
  );
}

/** An authority's managers learn on every page, within a minute, of a record opened under a broken glass. */
function NoticeForManagers({ viewer, modules }: { viewer: Viewer; modules: readonly ModuleEntry[] }) {
  const [module] = modules;
  if (viewer.role !== 'la-manager' || !viewer.laCode || !module) return null;
  return (
    <Suspense>
      <BrokenGlassesNotice la={viewer.laCode} path={`${module.path}/break-glass`} />
    </Suspense>
  );
}

function versionOf({ title, version }: ModuleEntry): string {
  return `${title}, version ${version}`;
}
