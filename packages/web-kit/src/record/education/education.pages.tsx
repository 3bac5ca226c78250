import { SectionPages } from '../entries/section-pages.tsx';
import { educationSection } from './education-section.tsx';

/** The section, and the forms of its entries. */
export function EducationPages({ childrenPath }: { readonly childrenPath: string }) {
  return <SectionPages childrenPath={childrenPath} section={educationSection} />;
}
