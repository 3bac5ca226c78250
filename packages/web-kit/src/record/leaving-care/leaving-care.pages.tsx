import { SectionPages } from '../entries/section-pages.tsx';
import { leavingCareSection } from './leaving-care-section.ts';

/** The section, and the forms of its entries. */
export function LeavingCarePages({ childrenPath }: { readonly childrenPath: string }) {
  return <SectionPages childrenPath={childrenPath} section={leavingCareSection} />;
}
