const newLine = 10;
const leastBytes = 1_024;
/** A buffer that one large batch has made larger than this is given up after it. */
const mostKeptBytes = 8 * 2 ** 20;
const nothing = Buffer.alloc(0);

/**
 * One column of many rows as text, a line a row. Values go into the buffer as they come and are
 * not kept: a batch's worth of JSON that lives through garbage collections costs more than making
 * it.
 */
class Lines {
  #buffer = nothing;
  #length = 0;
  #empty = true;

  push(value: string): void {
    // A UTF-16 unit becomes at most three bytes.
    this.#ensure(value.length * 3 + 1);
    if (!this.#empty) this.#buffer[this.#length++] = newLine;
    this.#length += this.#buffer.write(value, this.#length);
    this.#empty = false;
  }

  #ensure(room: number): void {
    const needed = this.#length + room;
    if (needed <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, this.#buffer.length * 2, leastBytes));
    this.#buffer.copy(larger, 0, 0, this.#length);
    this.#buffer = larger;
  }

  clear(): void {
    this.#length = 0;
    this.#empty = true;
    if (this.#buffer.length > mostKeptBytes) this.#buffer = nothing;
  }

  get bytes(): Buffer {
    return this.#buffer.subarray(0, this.#length);
  }
}

/** Rows on their way into a table, a text column each. */
export class TextRows {
  readonly #columns: readonly Lines[];

  constructor(width: number) {
    this.#columns = Array.from({ length: width }, () => new Lines());
  }

  /** One value a column, none with a line break; '' stands for null. */
  add(...values: readonly string[]): void {
    for (let at = 0; at < this.#columns.length; at += 1) this.#columns[at]?.push(values[at] ?? '');
  }

  /** Takes all rows out; the memory is used again. */
  clear(): this {
    for (const lines of this.#columns) lines.clear();
    return this;
  }

  /** Each column as bytes, which the client copies instead of measuring and converting text. */
  get bytes(): readonly Buffer[] {
    return this.#columns.map((lines) => lines.bytes);
  }
}

/** @throws when a value has a line break, which no key of the domain may have */
export function assertOneLine(...values: readonly string[]): void {
  const broken = values.find((value) => value.includes('\n'));
  if (broken !== undefined) throw new Error(`There is a line break in ${JSON.stringify(broken)}.`);
}
