import { Route, Routes } from '../../routing/router.tsx';
import { CareChangePage } from '../care-change/care-change.page.tsx';
import { SectionPages } from '../entries/section-pages.tsx';
import { careChanges, careSection } from './care-section.tsx';

/** When a child was in care and under which legal status, and what changes of it. */
export function CarePages({ childrenPath }: { readonly childrenPath: string }) {
  return (
    <Routes>
      {careChanges.map((change) => (
        <Route
          key={change.path}
          path={change.path}
          element={<CareChangePage childrenPath={childrenPath} change={change} />}
        />
      ))}
      <Route path="*" element={<SectionPages childrenPath={childrenPath} section={careSection} />} />
    </Routes>
  );
}
