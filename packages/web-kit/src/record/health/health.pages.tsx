import { SectionPages } from '../entries/section-pages.tsx';
import { healthSection } from './health-section.tsx';

/** The health of a child, and the forms of its entries. */
export function HealthPages({ childrenPath }: { readonly childrenPath: string }) {
  return <SectionPages childrenPath={childrenPath} section={healthSection} />;
}
