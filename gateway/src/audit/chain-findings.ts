/** What is wrong with a chain at a place. */
export type FindingKind =
  | 'edited'
  | 'removed'
  | 'not-written-by-the-platform'
  | 'out-of-order'
  | 'cut-off'
  | 'recomputed'
  | 'not-sealed'
  | 'looks-changed'
  | 'head-not-signed';

/** Something that cannot have come about but by tampering, or by a fault of the platform's keepers. */
export interface Finding {
  readonly kind: FindingKind;
  /** The place in the authority's chain; null for what is not in the chain. */
  readonly sequence: number | null;
  /** In plain words. */
  readonly message: string;
}

/** Findings told one by one; the rest are counted. */
const mostTold = 100;

/** Takes down what a verification finds. */
export class Findings {
  readonly told: Finding[] = [];
  count = 0;

  add(kind: FindingKind, sequence: number | null, message: string): void {
    this.count += 1;
    if (this.told.length < mostTold) this.told.push({ kind, sequence, message });
  }
}
