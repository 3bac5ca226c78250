import {
  Breadcrumbs,
  BreakGlassPages,
  ChildPage,
  childrenBehind,
  ChildrenPage,
  onDemand,
  PracticePage,
  PracticesPage,
  Route,
  Routes,
  useParams,
  useViewer,
  type RecordPaths,
  type WebModule,
  NotFoundPage,
} from '@mainstay/web-kit';
import { StabilityPage } from './stability/stability.page.tsx';
import { childPath, childrenPath, practicePath, practicesPath } from './urls.ts';

// Most visits begin with the figures: what returns are imported with comes when it is opened.
const ImportPage = onDemand(async () => (await import('./returns/import.page.tsx')).ImportPage);
const ReturnsPage = onDemand(async () => (await import('./returns/returns.page.tsx')).ReturnsPage);

/** Where the authority's managers see to a child's record. */
const recordPaths: RecordPaths = {
  restricted: (childId) => `/la/restricted?child=${encodeURIComponent(childId)}`,
  access: (childId) => `${childPath(childId)}/access`,
};

function LaPages() {
  const la = useViewer().laCode ?? '';
  return (
    <Routes>
      <Route index element={<StabilityPage la={la} />} />
      <Route path="children" element={<ChildrenPage la={la} childPath={childPath} />} />
      <Route
        path="children/:childId"
        element={<ChildPage childrenPath={childrenPath} seesEveryAllocation recordPaths={recordPaths} />}
      />
      <Route
        path="children/break-glass/*"
        element={<BreakGlassPages childrenPath={childrenPath} seesEveryAllocation />}
      />
      <Route path="practices" element={<PracticesPage la={la} practicePath={practicePath} />} />
      <Route path="practices/:practiceId" element={<OnePractice />} />
      <Route path="returns" element={<ReturnsPage />} />
      <Route path="returns/:importId" element={<ImportPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}

function OnePractice() {
  const { practiceId = '' } = useParams();
  return (
    <PracticePage
      practice={practiceId}
      before={<Breadcrumbs crumbs={[{ text: 'Practices', to: practicesPath }]} />}
      childrenPath={`${childrenPath}?practice=${encodeURIComponent(practiceId)}`}
      behind={childrenBehind(childrenPath, practiceId)}
    />
  );
}

export default { id: 'la', title: 'Local authority', Page: LaPages } satisfies WebModule;
