/** Work that is done once for all who want the same at about the same time. */
export class Shared<Result> {
  readonly #keepMs: number;
  readonly #under = new Map<string, Promise<Result>>();

  /** @param keepMs how long a result is given to others after it was made */
  constructor(keepMs: number) {
    this.#keepMs = keepMs;
  }

  get(key: string, make: () => Promise<Result>): Promise<Result> {
    const known = this.#under.get(key);
    if (known) return known;
    const made = make();
    this.#under.set(key, made);
    const forget = () => {
      if (this.#under.get(key) === made) this.#under.delete(key);
    };
    made.then(() => setTimeout(forget, this.#keepMs).unref(), forget);
    return made;
  }

  clear(): void {
    this.#under.clear();
  }
}
