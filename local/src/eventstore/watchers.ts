/** The key under which a watcher of the whole log waits. No stream has an empty name. */
export const ALL = '';

/** Wakes whoever waits for a stream, or for the log, to grow. */
export class Watchers {
  readonly #waiting = new Map<string, Set<() => void>>();

  /** Calls `wake` once, after the next commit that touches the key. Returns how to stop waiting. */
  once(key: string, wake: () => void): () => void {
    const set = this.#waiting.get(key) ?? new Set();
    this.#waiting.set(key, set);
    set.add(wake);
    return () => {
      set.delete(wake);
      if (set.size === 0 && this.#waiting.get(key) === set) this.#waiting.delete(key);
    };
  }

  publish(streams: Iterable<string>): void {
    this.#wake(ALL);
    for (const stream of streams) this.#wake(stream);
  }

  #wake(key: string): void {
    const set = this.#waiting.get(key);
    if (set === undefined) return;
    this.#waiting.delete(key);
    for (const wake of set) wake();
  }
}
