import { Route, Routes } from '../../routing/router.tsx';
import { CareChangePage } from '../care-change/care-change.page.tsx';
import { SectionPages } from '../entries/section-pages.tsx';
import { missingChange, missingSection } from './missing-section.tsx';

/** Times a child was missing or away, and the interviews on return. */
export function MissingPages({ childrenPath }: { readonly childrenPath: string }) {
  return (
    <Routes>
      <Route path="record" element={<CareChangePage childrenPath={childrenPath} change={missingChange} />} />
      <Route path="*" element={<SectionPages childrenPath={childrenPath} section={missingSection} />} />
    </Routes>
  );
}
