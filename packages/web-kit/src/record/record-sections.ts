import type { RecordPart } from '../generated/operations.ts';

/** A section of a child's record: a page of its own. */
export interface RecordSection {
  /** Its place below the child's address; empty for the first. */
  readonly path: string;
  readonly title: string;
  /** The part of the record it shows; null where it draws on several. */
  readonly part: RecordPart | null;
}

/** The sections of a child's record, in the order of its navigation. */
export const recordSections = [
  { path: '', title: 'Summary', part: null },
  { path: 'history', title: 'Life line', part: null },
  { path: 'chronology', title: 'Chronology', part: null },
  { path: 'visits', title: 'Visits', part: 'VISITS' },
  { path: 'plans', title: 'Plans', part: 'PLANS' },
  { path: 'reviews', title: 'Reviews', part: 'REVIEWS' },
  { path: 'decisions', title: 'Decisions', part: 'DECISIONS' },
  { path: 'placements', title: 'Placements', part: 'PLACEMENTS' },
  { path: 'contact', title: 'Contact', part: 'CONTACT' },
  { path: 'profile', title: 'Who the child is', part: 'PLANS' },
  { path: 'voice', title: 'The child’s voice', part: 'VOICE' },
  { path: 'health', title: 'Health', part: 'HEALTH' },
  { path: 'education', title: 'Education', part: 'EDUCATION' },
  { path: 'achievements', title: 'Achievements', part: 'EDUCATION' },
  { path: 'safety', title: 'Safety', part: 'SAFETY' },
  { path: 'missing', title: 'Missing', part: 'SAFETY' },
  { path: 'leaving-care', title: 'Leaving care', part: 'LEAVING_CARE' },
  { path: 'adoption', title: 'Adoption', part: 'DECISIONS' },
  { path: 'care', title: 'Care and legal status', part: 'EPISODES' },
  { path: 'worker', title: 'Social worker', part: 'SOCIAL_WORKERS' },
  { path: 'practice', title: 'Practice', part: 'ALLOCATIONS' },
] as const satisfies readonly RecordSection[];
