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
  { path: '', title: 'Life line', part: null },
  { path: 'visits', title: 'Visits', part: 'VISITS' },
] as const satisfies readonly RecordSection[];
