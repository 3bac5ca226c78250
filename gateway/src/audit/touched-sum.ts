import type { Touched, TouchedChange, TouchedList } from '@mainstay/subgraph-kit';

/** What all calls of one operation touched. */
export class TouchedSum {
  readonly #records = new Set<string>();
  readonly #listed = new Set<string>();
  readonly #lists: TouchedList[] = [];
  readonly #changes: TouchedChange[] = [];

  /** Adds what one call touched. */
  add({ records, listed, lists, changes }: Touched): void {
    for (const id of records) this.#records.add(id);
    for (const id of listed) this.#listed.add(id);
    this.#lists.push(...lists);
    this.#changes.push(...changes);
  }

  /** All of it; a child whose record was opened is not told again as listed. */
  get total(): Touched {
    return {
      records: [...this.#records],
      listed: [...this.#listed].filter((id) => !this.#records.has(id)),
      lists: this.#lists,
      changes: this.#changes,
    };
  }
}

/** What an answer says it touched; null when it does not say, or not in the form it has to. */
export function touchedOf(extensions: unknown): Touched | null {
  const touched = (extensions as { touched?: Partial<Touched> } | null | undefined)?.touched;
  const { records, listed, lists, changes } = touched ?? {};
  const isWhole = [records, listed, lists, changes].every(Array.isArray);
  return isWhole ? (touched as Touched) : null;
}
