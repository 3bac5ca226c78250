import { Route, Routes } from '../../routing/router.tsx';
import { CareChangePage } from '../care-change/care-change.page.tsx';
import { SectionPages } from '../entries/section-pages.tsx';
import { placementChange, placementSection } from './placement-section.tsx';

/** Where a child lives and lived, a change of placement, and what decides how often visits are due there. */
export function PlacementPages({ childrenPath }: { readonly childrenPath: string }) {
  return (
    <Routes>
      <Route path="change" element={<CareChangePage childrenPath={childrenPath} change={placementChange} />} />
      <Route path="*" element={<SectionPages childrenPath={childrenPath} section={placementSection} />} />
    </Routes>
  );
}
