import type { ChildPageProps } from '../children/child.page.tsx';
import { NotFoundPage } from '../page/not-found.page.tsx';
import { Route, Routes } from '../routing/router.tsx';
import { BreakGlassPage } from './break-glass.page.tsx';
import { UnderGlassPage } from './under-glass.page.tsx';

/** The pages of breaking the glass, to be mounted at `break-glass/*` below a module's list of children. */
export function BreakGlassPages(props: Omit<ChildPageProps, 'childId'>) {
  return (
    <Routes>
      <Route index element={<BreakGlassPage childrenPath={props.childrenPath} />} />
      <Route path=":glassId" element={<UnderGlassPage {...props} />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
