/** The few pieces of protobuf's wire format that a recorded event needs. */

export function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) size++;
  return size;
}

/** Size of a length-delimited field whose tag takes one byte. */
export const fieldSize = (length: number): number => 1 + varintSize(length) + length;

/** Writes at an advancing offset into a buffer that is large enough by construction. */
export class WireWriter {
  readonly target: Buffer;
  at: number;

  constructor(target: Buffer, at: number) {
    this.target = target;
    this.at = at;
  }

  varint(value: number): void {
    let rest = value;
    while (rest > 127) {
      this.target[this.at++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.target[this.at++] = rest;
  }

  uint(field: number, value: number): void {
    this.target[this.at++] = field << 3;
    this.varint(value);
  }

  /** Opens a length-delimited field; its content follows. */
  open(field: number, length: number): void {
    this.target[this.at++] = (field << 3) | 2;
    this.varint(length);
  }

  bytes(field: number, value: Uint8Array): void {
    this.open(field, value.length);
    this.target.set(value, this.at);
    this.at += value.length;
  }
}
