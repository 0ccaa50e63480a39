/** Boards that one person may play at once. */
export const mostPlays = 4;

/** How many boards each person plays. */
export class Plays {
  readonly #playing = new Map<string, number>();

  /** Counts one more, until the answer is called; undefined: it would be too many. */
  begin(account: string): (() => void) | undefined {
    const playing = this.#playing.get(account) ?? 0;
    if (playing >= mostPlays) return undefined;
    this.#playing.set(account, playing + 1);
    return () => {
      const left = (this.#playing.get(account) ?? 1) - 1;
      if (left > 0) this.#playing.set(account, left);
      else this.#playing.delete(account);
    };
  }
}
