/** A console may be behind by this much and this long, in bytes and milliseconds. */
export const mostBuffered = 1024 * 1024;
export const patience = 10_000;

/**
 * Whether a socket's reader keeps up. It doesn't when too much has been buffered for too long,
 * or when what was sent has not been taken at all for that long. Times in milliseconds.
 */
export class Backlog {
  #unsent = 0;
  #movedAt = 0;
  #overSince: number | undefined;

  sending(now: number): void {
    if (this.#unsent === 0) this.#movedAt = now;
    this.#unsent += 1;
  }

  sent(now: number): void {
    this.#unsent -= 1;
    this.#movedAt = now;
  }

  isTooSlow(now: number, buffered: number): boolean {
    if (buffered <= mostBuffered) this.#overSince = undefined;
    else this.#overSince ??= now;
    const over = this.#overSince !== undefined && now - this.#overSince >= patience;
    const stuck = this.#unsent > 0 && now - this.#movedAt >= patience;
    return over || stuck;
  }
}
