/** What must be stopped, in the reverse order of its beginning. */
export class Scope {
  readonly #stops: (() => Promise<void> | void)[] = [];
  #closing: Promise<void> | undefined;

  /** After `close` has begun, what is deferred is stopped at once. */
  defer(stop: () => Promise<void> | void): void {
    if (this.#closing) void stop();
    else this.#stops.push(stop);
  }

  /** Stops everything, also when one of the stops fails; then throws the first failure. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    const failures: unknown[] = [];
    for (const stop of this.#stops.reverse()) {
      try {
        await stop();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
