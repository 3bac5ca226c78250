import { NotFoundPage } from '../../page/not-found.page.tsx';
import { Route, Routes } from '../../routing/router.tsx';
import { AgreePlanPage } from './agree-plan.page.tsx';
import { ComparePlanPage } from './compare-plan.page.tsx';
import { PlansPage } from './plans.page.tsx';
import { WriteSectionPage } from './write-section.page.tsx';

/** The plans for a child: their editions, a section to write, the agreement, and two versions beside each other. */
export function PlanPages({ childrenPath }: { readonly childrenPath: string }) {
  return (
    <Routes>
      <Route index element={<PlansPage childrenPath={childrenPath} />} />
      <Route path=":planId/write/:section" element={<WriteSectionPage childrenPath={childrenPath} />} />
      <Route path=":planId/agree" element={<AgreePlanPage childrenPath={childrenPath} />} />
      <Route path=":planId/compare" element={<ComparePlanPage childrenPath={childrenPath} />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
