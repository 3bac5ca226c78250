import { ChildPage, type ChildPageProps } from '../children/child.page.tsx';
import { NotFoundPage } from '../page/not-found.page.tsx';
import { onDemand } from '../page/on-demand.ts';
import { Route, Routes } from '../routing/router.tsx';

const VisitPages = onDemand(async () => (await import('./visit/visit.pages.tsx')).VisitPages);

/** The pages of one child's record, to be mounted at `:childId/*` below a module's list of children. */
export function ChildPages(props: Omit<ChildPageProps, 'childId'>) {
  const { childrenPath } = props;
  return (
    <Routes>
      <Route index element={<ChildPage {...props} />} />
      <Route path="visits/*" element={<VisitPages childrenPath={childrenPath} />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
