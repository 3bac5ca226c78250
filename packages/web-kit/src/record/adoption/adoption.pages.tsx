import { SectionPages } from '../entries/section-pages.tsx';
import { adoptionSection } from './adoption-section.ts';

/** The section, and the forms of its entries. */
export function AdoptionPages({ childrenPath }: { readonly childrenPath: string }) {
  return <SectionPages childrenPath={childrenPath} section={adoptionSection} />;
}
