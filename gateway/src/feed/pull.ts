/**
 * An async iterator over what `pull` gives, until it gives undefined. Unlike a generator it can be
 * ended while it waits: `return` closes, and whatever `pull` waits for must then end.
 */
export function iterate<T>(
  pull: () => Promise<T | undefined>,
  close: () => void,
): AsyncGenerator<T, undefined, undefined> {
  let ended = false;
  const end = (): Promise<IteratorReturnResult<undefined>> => {
    if (!ended) {
      ended = true;
      close();
    }
    return Promise.resolve({ done: true, value: undefined });
  };
  const iterator: AsyncGenerator<T, undefined, undefined> = {
    async next() {
      if (ended) return { done: true, value: undefined };
      try {
        const value = await pull();
        return value === undefined || ended ? await end() : { done: false, value };
      } catch (error) {
        await end();
        throw error;
      }
    },
    return: end,
    async throw(error) {
      await end();
      throw error;
    },
    [Symbol.asyncIterator]: () => iterator,
  };
  return iterator;
}

/** A flag that somebody waits for. Raising it while nobody waits lets the next wait pass. */
export class Signal {
  #raised = false;
  #resolve: (() => void) | undefined;

  raise(): void {
    this.#raised = true;
    this.#resolve?.();
    this.#resolve = undefined;
  }

  async wait(): Promise<void> {
    if (!this.#raised) {
      await new Promise<void>((resolve) => {
        this.#resolve = resolve;
      });
    }
    this.#raised = false;
  }
}
