import { NotFoundPage } from '../../page/not-found.page.tsx';
import { Route, Routes } from '../../routing/router.tsx';
import { AllocatePage } from './allocate.page.tsx';
import { AllocationsPage } from './allocations.page.tsx';

/** A child's practices, to be mounted at `practice/*` below the child. */
export function AllocationPages({ childrenPath }: { readonly childrenPath: string }) {
  return (
    <Routes>
      <Route index element={<AllocationsPage childrenPath={childrenPath} />} />
      <Route path="new" element={<AllocatePage childrenPath={childrenPath} />} />
      <Route path=":allocationId/end" element={<AllocatePage childrenPath={childrenPath} />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
