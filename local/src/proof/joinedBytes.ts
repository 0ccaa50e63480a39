const initialBytes = 64 * 1024;
/** Below this a loop is quicker than a call into the runtime. */
const short = 64;

export const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

/** Whether a text of ASCII stands in bytes at a place. */
export function standsAt(bytes: Buffer, at: number, text: Uint8Array): boolean {
  for (let index = 0; index < text.length; index += 1)
    if (bytes[at + index] !== text[index]) return false;
  return true;
}

/** Bytes put together in one buffer that is used again and again. */
export class JoinedBytes {
  #room = Buffer.allocUnsafeSlow(initialBytes);
  #length = 0;

  /** Begins anew, with room for so many bytes. */
  begin(most: number): void {
    this.#length = 0;
    if (most > this.#room.length) this.#room = Buffer.allocUnsafeSlow(2 * most);
  }

  add(bytes: Uint8Array, start = 0, end = bytes.length): void {
    const room = this.#room;
    let at = this.#length;
    this.#length += end - start;
    if (end - start > short) room.set(bytes.subarray(start, end), at);
    else for (let from = start; from < end; from += 1, at += 1) room[at] = bytes[from] ?? 0;
  }

  /** A whole number from 0, in decimal digits. */
  addNumber(value: number): void {
    let digits = 1;
    for (let rest = value; rest >= 10; rest = Math.floor(rest / 10)) digits += 1;
    let rest = value;
    for (let at = this.#length + digits - 1; at >= this.#length; at -= 1) {
      this.#room[at] = 0x30 + (rest % 10);
      rest = Math.floor(rest / 10);
    }
    this.#length += digits;
  }

  /** What was put together; valid until it begins anew. */
  get bytes(): Buffer {
    return this.#room.subarray(0, this.#length);
  }
}
