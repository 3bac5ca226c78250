import type { BreakGlassFinding, BreakGlassStatus } from '../generated/operations.ts';

/** The states of a broken glass in the order offered: where it is in an address, and its words. */
export const glassStates: readonly {
  readonly status: BreakGlassStatus;
  readonly view: string;
  readonly words: string;
  /** What is said when there is none. */
  readonly none: string;
}[] = [
  { status: 'TO_REVIEW', view: 'to-review', words: 'To review', none: 'No broken glass waits to be reviewed.' },
  { status: 'LIVE', view: 'live', words: 'Live now', none: 'Nobody is looking at a child under broken glass now.' },
  { status: 'REVIEWED', view: 'reviewed', words: 'Reviewed', none: 'None has been reviewed yet.' },
];

const findings: Readonly<Record<BreakGlassFinding, string>> = {
  JUSTIFIED: 'Justified',
  NOT_JUSTIFIED: 'Not justified',
};

/** What a review found, in words. */
export function findingInWords(finding: BreakGlassFinding): string {
  return findings[finding];
}
