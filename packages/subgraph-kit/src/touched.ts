/** What one request did to records, told to the gateway with the answer, for the audit. Identifiers and sizes only, no values. */
export interface Touched {
  /** Children whose record was opened: more of them was read than a list shows. */
  readonly records: readonly string[];
  /** Children who appeared in a list, or were named by another record. */
  readonly listed: readonly string[];
  /** The lists that were read. */
  readonly lists: readonly TouchedList[];
  /** What was changed. */
  readonly changes: readonly TouchedChange[];
}

/** A list that was read. */
export interface TouchedList {
  /** Its name in the graph, such as `children`. */
  readonly name: string;
  /** How many entries were read. */
  readonly size: number;
}

/** A change of one kind of thing. */
export interface TouchedChange {
  /** What was done, in words of the domain: `allocation made`, `restriction placed`. */
  readonly what: string;
  /** The authority whose matter it is. */
  readonly laCode: string;
  /** What it was done to. */
  readonly ids: readonly string[];
  /** The children concerned. */
  readonly childIds: readonly string[];
}

/** Takes down what a request touches. Loaders and services of each concept call it; the executor sends it along. */
export class TouchLog {
  readonly #records = new Set<string>();
  readonly #listed = new Set<string>();
  readonly #lists: TouchedList[] = [];
  readonly #changes: TouchedChange[] = [];

  /** The record of a child was opened. */
  record(childId: string): void {
    this.#records.add(childId);
  }

  /** A child was named by something that was read. */
  listed(childId: string): void {
    this.#listed.add(childId);
  }

  /** A list was read. Its size is told where it is not one of children. */
  list(name: string, childIds: readonly string[], size = childIds.length): void {
    this.#lists.push({ name, size });
    for (const childId of childIds) this.#listed.add(childId);
  }

  /** Something was changed. */
  change(change: TouchedChange): void {
    this.#changes.push(change);
  }

  /** What was changed was rolled back; what was read was read. */
  undo(): void {
    this.#changes.length = 0;
  }

  /** All of it. A child whose record was opened is not told again as listed. */
  touched(): Touched {
    return {
      records: [...this.#records],
      listed: [...this.#listed].filter((childId) => !this.#records.has(childId)),
      lists: this.#lists,
      changes: this.#changes,
    };
  }
}
