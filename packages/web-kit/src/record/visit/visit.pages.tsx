import { SectionPages } from '../entries/section-pages.tsx';
import { visitSection } from './visit-section.ts';

/** The visits to a child, and the forms to record, change and withdraw one. */
export function VisitPages({ childrenPath }: { readonly childrenPath: string }) {
  return <SectionPages childrenPath={childrenPath} section={visitSection} />;
}
