/**
 * What waits for one subscriber: the newest value of each key, in the order in which they last
 * changed. Never more keys than `capacity`: then it says so and holds nothing, and the reader has
 * to go back to the change log.
 */
export class Mailbox<Value> {
  readonly #capacity: number;
  readonly #values = new Map<string, Value>();
  #conflated = false;
  #overflowed = false;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get size(): number {
    return this.#values.size;
  }

  get overflowed(): boolean {
    return this.#overflowed;
  }

  /** Takes the newest value of a key; true when it replaced one that nobody had read. */
  put(key: string, value: Value): boolean {
    if (this.#overflowed) return false;
    const replaced = this.#values.delete(key);
    this.#values.set(key, value);
    if (replaced) this.#conflated = true;
    if (this.#values.size > this.#capacity) {
      this.clear();
      this.#overflowed = true;
    }
    return replaced;
  }

  /** Everything that waits; afterwards nothing does. */
  take(): { readonly values: readonly Value[]; readonly conflated: boolean } {
    const taken = { values: [...this.#values.values()], conflated: this.#conflated };
    this.clear();
    return taken;
  }

  clear(): void {
    this.#values.clear();
    this.#conflated = false;
    this.#overflowed = false;
  }
}
