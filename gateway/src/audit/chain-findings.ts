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
  | 'head-not-signed'
  | 'unguarded';

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

  /** An end that was cut off shows in every head signed after it: it is told once, in the words of the last. */
  add(kind: FindingKind, sequence: number | null, message: string): void {
    const known =
      kind === 'cut-off' ? this.told.findIndex((told) => told.kind === kind && told.sequence === sequence) : -1;
    if (known >= 0) {
      this.told[known] = { kind, sequence, message };
      return;
    }
    this.count += 1;
    if (this.told.length < mostTold) this.told.push({ kind, sequence, message });
  }

  /** Adds what another verification found. */
  addAll(others: Findings): void {
    this.told.push(...others.told.slice(0, mostTold - this.told.length));
    this.count += others.count;
  }
}
