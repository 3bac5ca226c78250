import { EmptyState, Navigate, Page } from '@mainstay/web-kit';
import type { ModuleEntry } from '../modules/module-entry.ts';

/** Leads on to the first module that the viewer may use. */
export function HomePage({ modules }: { modules: readonly ModuleEntry[] }) {
  const [first] = modules;
  if (first) return <Navigate to={first.path} replace />;
  return (
    <Page title="Mainstay" isNarrow>
      <EmptyState title="There is nothing here for your role">
        Pages appear here when a module for your organisation is published. Ask whoever runs Mainstay for you.
      </EmptyState>
    </Page>
  );
}
