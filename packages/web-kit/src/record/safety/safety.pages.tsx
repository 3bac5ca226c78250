import { SectionPages } from '../entries/section-pages.tsx';
import { safetySection } from './safety-section.ts';

/** The section, and the forms of its entries. */
export function SafetyPages({ childrenPath }: { readonly childrenPath: string }) {
  return <SectionPages childrenPath={childrenPath} section={safetySection} />;
}
