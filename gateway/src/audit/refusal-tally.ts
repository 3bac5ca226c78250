/** How many alike within a window are each worth an event of their own. */
const mostAlike = 5;
/** How many different ones are told apart within a window. */
const mostDifferent = 200;
const windowMs = 10_000;

/** Refusals of one kind that were not written down one by one. */
export interface Uncounted<Kind> {
  readonly kind: Kind;
  readonly count: number;
}

/**
 * Decides which refusals become events of their own. The first few that are alike do; the rest are counted, and told
 * together at the end of ten seconds, so that a flood of them leaves a trace and fills no disk.
 */
export class RefusalTally<Kind> {
  readonly #tell: (uncounted: Uncounted<Kind>) => void;
  readonly #seen = new Map<string, { readonly kind: Kind; count: number }>();
  #timer: NodeJS.Timeout | null = null;

  constructor(tell: (uncounted: Uncounted<Kind>) => void) {
    this.#tell = tell;
  }

  /** True when this one is to be an event of its own. `key` is the same for those that are alike. */
  isOwnEvent(key: string, kind: Kind): boolean {
    this.#timer ??= setTimeout(() => this.flush(), windowMs).unref();
    const known = this.#seen.get(key) ?? this.#seen.get('');
    if (known) {
      known.count += 1;
      return known.count <= mostAlike;
    }
    const isMany = this.#seen.size >= mostDifferent;
    this.#seen.set(isMany ? '' : key, { kind, count: 1 });
    return true;
  }

  /** Tells what was only counted, and begins anew. */
  flush(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    const seen = [...this.#seen.values()];
    this.#seen.clear();
    for (const { kind, count } of seen) if (count > mostAlike) this.#tell({ kind, count: count - mostAlike });
  }
}
