import { SectionPages } from '../entries/section-pages.tsx';
import { profileSection } from './profile-section.ts';

/** The section, and the forms of its entries. */
export function ProfilePages({ childrenPath }: { readonly childrenPath: string }) {
  return <SectionPages childrenPath={childrenPath} section={profileSection} />;
}
