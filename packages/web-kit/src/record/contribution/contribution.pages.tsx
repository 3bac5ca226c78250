import { SectionPages } from '../entries/section-pages.tsx';
import { contributionSection } from './contribution-section.ts';

/** The section, and the forms of its entries. */
export function ContributionPages({ childrenPath }: { readonly childrenPath: string }) {
  return <SectionPages childrenPath={childrenPath} section={contributionSection} />;
}
