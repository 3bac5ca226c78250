import { ChildPage, type ChildPageProps } from '../children/child.page.tsx';
import { NotFoundPage } from '../page/not-found.page.tsx';
import { onDemand } from '../page/on-demand.ts';
import { Route, Routes } from '../routing/router.tsx';

const VisitsPage = onDemand(async () => (await import('./visit/visits.page.tsx')).VisitsPage);
const RecordVisitPage = onDemand(async () => (await import('./visit/record-visit.page.tsx')).RecordVisitPage);

/** The pages of one child's record, to be mounted at `:childId/*` below a module's list of children. */
export function ChildPages(props: Omit<ChildPageProps, 'childId'>) {
  const { childrenPath } = props;
  return (
    <Routes>
      <Route index element={<ChildPage {...props} />} />
      <Route path="visits" element={<VisitsPage childrenPath={childrenPath} />} />
      <Route path="visits/new" element={<RecordVisitPage childrenPath={childrenPath} />} />
      <Route path="visits/:entryId/change" element={<RecordVisitPage childrenPath={childrenPath} />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
