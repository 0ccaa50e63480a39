import {
  closeSync,
  constants,
  fdatasync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { promisify } from 'node:util';
import { SMALLEST_FRAME, StoredRecord } from './record.ts';
import { EventStoreStartError } from './startError.ts';
import { words } from './words.ts';

const MAGIC = 'tocsin-log ';
export const FORMAT_VERSION = 1;
/** The first record's position. The header is `tocsin-log <version>` padded with spaces. */
export const LOG_START = 16;
/** Larger than any append that is accepted; a length beyond it is damage. */
const LARGEST_FRAME = 32 * 1024 * 1024;
const PAGE_BYTES = 128 * 1024;
const LOOKUP_BYTES = 8 * 1024;
/** Up to this distance from one record to the next it is cheaper to read what lies between them. */
const DENSE_BYTES = 4 * 1024;

const syncData = promisify(fdatasync);

/**
 * The append-only file of records, the node's one truth. Reads are synchronous and stop at `end`,
 * which the caller keeps at the last durable record.
 */
export class LogFile {
  readonly #descriptor: number;
  readonly #scratch = Buffer.allocUnsafe(LOOKUP_BYTES);

  constructor(path: string) {
    this.#descriptor = openSync(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    try {
      if (this.size < LOG_START) this.#writeHeader();
      this.#checkHeader();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  get size(): number {
    return fstatSync(this.#descriptor).size;
  }

  /** Writes frames one after the other at `position`; `sync` makes them durable. */
  write(frames: readonly Buffer[], position: number): void {
    const bytes = frames.length === 1 && frames[0] ? frames[0] : Buffer.concat(frames);
    let written = 0;
    while (written < bytes.length) {
      const rest = bytes.length - written;
      written += writeSync(this.#descriptor, bytes, written, rest, position + written);
    }
  }

  /** Resolves when everything written is on disk. */
  async sync(): Promise<void> {
    await syncData(this.#descriptor);
  }

  truncate(length: number): void {
    ftruncateSync(this.#descriptor, length);
  }

  /** Records from `position` on, in order, about 128 KiB of them; none at the end. */
  forward(position: number, end: number): StoredRecord[] {
    const chunk = this.#read(position, Math.min(PAGE_BYTES, end - position));
    const records: StoredRecord[] = [];
    let at = 0;
    while (at + 4 <= chunk.length) {
      const length = frameLength(chunk.readUInt32LE(at), position + at);
      if (at + length > chunk.length) break;
      records.push(new StoredRecord(chunk.subarray(at, at + length), position + at));
      at += length;
    }
    if (records.length === 0 && chunk.length >= 4) records.push(this.at(position));
    return records;
  }

  /** Records before `position`, the latest first, about 128 KiB of them; none at the start. */
  backward(position: number): StoredRecord[] {
    const start = Math.max(LOG_START, position - PAGE_BYTES);
    const chunk = this.#read(start, position - start);
    const records: StoredRecord[] = [];
    let end = chunk.length;
    while (end > 4) {
      const length = frameLength(chunk.readUInt32LE(end - 4), start + end);
      if (length > end) break;
      records.push(new StoredRecord(chunk.subarray(end - length, end), start + end - length));
      end -= length;
    }
    if (records.length === 0 && chunk.length > 4) {
      records.push(this.at(position - chunk.readUInt32LE(chunk.length - 4)));
    }
    return records;
  }

  /** The record at a position that an index gave. */
  at(position: number): StoredRecord {
    const count = readSync(this.#descriptor, this.#scratch, 0, LOOKUP_BYTES, position);
    const length = frameLength(count < 4 ? 0 : this.#scratch.readUInt32LE(0), position);
    const whole = length <= count;
    const frame = whole
      ? Buffer.from(this.#scratch.subarray(0, length))
      : this.#read(position, length);
    return new StoredRecord(frame, position);
  }

  /** The records at positions that an index gave, all ascending or all descending. */
  many(positions: readonly number[]): StoredRecord[] {
    const first = Math.min(positions[0] ?? 0, positions.at(-1) ?? 0);
    const last = Math.max(positions[0] ?? 0, positions.at(-1) ?? 0);
    if (last - first > positions.length * DENSE_BYTES) {
      return positions.map((position) => this.at(position));
    }
    const chunk = this.#read(first, last - first);
    return positions.map((position) => {
      if (position === last) return this.at(position);
      const start = position - first;
      const length = frameLength(chunk.readUInt32LE(start), position);
      return new StoredRecord(chunk.subarray(start, start + length), position);
    });
  }

  /** The record at a position from elsewhere, or undefined if no whole record starts there. */
  probe(position: number): StoredRecord | undefined {
    const head = this.#read(position, 4);
    const length = head.length < 4 ? 0 : head.readUInt32LE(0);
    if (!isFrameLength(length)) return undefined;
    const record = new StoredRecord(this.#read(position, length), position);
    return record.intact ? record : undefined;
  }

  /** As `forward`, but checked, and ending before the first record that isn't whole. */
  intact(position: number, end: number): StoredRecord[] {
    const chunk = this.#read(position, Math.min(PAGE_BYTES, end - position));
    const records: StoredRecord[] = [];
    let at = 0;
    while (at + 4 <= chunk.length) {
      const length = chunk.readUInt32LE(at);
      if (!isFrameLength(length) || at + length > chunk.length) break;
      const record = new StoredRecord(chunk.subarray(at, at + length), position + at);
      if (!record.intact) break;
      records.push(record);
      at += length;
    }
    const first = records.length === 0 ? this.probe(position) : undefined;
    return first ? [first] : records;
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #read(position: number, length: number): Buffer {
    if (length <= 0) return Buffer.alloc(0);
    const chunk = Buffer.allocUnsafeSlow(length);
    let filled = 0;
    while (filled < length) {
      const count = readSync(this.#descriptor, chunk, filled, length - filled, position + filled);
      if (count === 0) break;
      filled += count;
    }
    return chunk.subarray(0, filled);
  }

  #writeHeader(): void {
    writeSync(this.#descriptor, `${MAGIC}${FORMAT_VERSION}`.padEnd(LOG_START), 0);
    fsyncSync(this.#descriptor);
  }

  #checkHeader(): void {
    const header = this.#read(0, LOG_START).toString('latin1');
    const version = Number(header.slice(MAGIC.length));
    if (!header.startsWith(MAGIC) || !Number.isInteger(version) || version < 1) {
      throw new EventStoreStartError('DATA_FOLDER_UNKNOWN', words.unknown);
    }
    if (version > FORMAT_VERSION) {
      throw new EventStoreStartError('DATA_FOLDER_NEWER', words.newer(version, FORMAT_VERSION));
    }
  }
}

const isFrameLength = (length: number): boolean =>
  length >= SMALLEST_FRAME && length <= LARGEST_FRAME;

function frameLength(length: number, position: number): number {
  if (isFrameLength(length)) return length;
  throw new Error(`The event log is damaged near byte ${position}.`);
}
