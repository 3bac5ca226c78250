import { SectionPages } from '../entries/section-pages.tsx';
import { contactSection } from './contact-section.tsx';

/** The section, and the forms of its entries. */
export function ContactPages({ childrenPath }: { readonly childrenPath: string }) {
  return <SectionPages childrenPath={childrenPath} section={contactSection} />;
}
