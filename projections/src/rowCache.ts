interface Slot<Value> {
  readonly value: Value;
  /** The batch that touched it last. */
  readonly batch: number;
}

/**
 * The rows touched last, so that a hot row needs no reading. What a batch not yet committed has
 * touched is never dropped: the database doesn't have it.
 */
export class RowCache<Value> {
  readonly #slots = new Map<string, Slot<Value>>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  has(key: string): boolean {
    return this.#slots.has(key);
  }

  get(key: string): Value | undefined {
    return this.#slots.get(key)?.value;
  }

  set(key: string, value: Value, batch: number): void {
    this.#slots.delete(key);
    this.#slots.set(key, { value, batch });
  }

  /** Drops the rows touched longest ago, of those that batches up to `committed` touched. */
  trim(committed: number): void {
    for (const [key, { batch }] of this.#slots) {
      if (this.#slots.size <= this.#most || batch > committed) return;
      this.#slots.delete(key);
    }
  }
}
