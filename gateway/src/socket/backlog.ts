/** A console may be behind by this much and this long, in bytes and milliseconds. */
export const mostBuffered = 1024 * 1024;
export const patience = 10_000;

/**
 * Whether a socket's reader keeps up. It doesn't when too much has been buffered for too long,
 * or when nothing of what it was sent has been taken for that long. Times in milliseconds.
 */
export class Backlog {
  #given = 0;
  #taken = 0;
  #stuckSince: number | undefined;
  #overSince: number | undefined;

  /** So many bytes were handed to the socket. */
  give(bytes: number): void {
    this.#given += bytes;
  }

  /** To be asked every now and then. @param buffered bytes that the socket still holds */
  isTooSlow(now: number, buffered: number): boolean {
    if (buffered <= mostBuffered) this.#overSince = undefined;
    else this.#overSince ??= now;
    const taken = this.#given - buffered;
    if (buffered === 0 || taken > this.#taken) this.#stuckSince = undefined;
    else this.#stuckSince ??= now;
    this.#taken = taken;
    return this.#lasts(this.#overSince, now) || this.#lasts(this.#stuckSince, now);
  }

  #lasts(since: number | undefined, now: number): boolean {
    return since !== undefined && now - since >= patience;
  }
}
