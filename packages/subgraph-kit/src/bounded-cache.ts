/** Keeps the entries used most recently, `limit` of them at most. */
export class BoundedCache<Value> {
  readonly #entries = new Map<string, Value>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The value of `key`, made by `make` when it is not held. */
  getOrMake(key: string, make: () => Value): Value {
    const value = this.#entries.get(key) ?? make();
    // A Map remembers the order of insertion: put in again, the entry is the youngest.
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size > this.#limit) this.#dropOldest();
    return value;
  }

  get size(): number {
    return this.#entries.size;
  }

  #dropOldest(): void {
    for (const key of this.#entries.keys()) {
      this.#entries.delete(key);
      return;
    }
  }
}
