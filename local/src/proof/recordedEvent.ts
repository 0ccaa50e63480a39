import type { Frame } from './logReader.ts';

export type Range = readonly [start: number, end: number];

/** Where the parts of an event stand in its frame's bytes, as a reader receives them. */
export interface RecordedEvent {
  readonly bytes: Buffer;
  readonly id: Range;
  readonly stream: Range;
  readonly type: Range;
  readonly metadata: Range;
  readonly data: Range;
  readonly revision: number;
  readonly position: number;
}

const messageStart = 36;
const trailer = 4;

/** Walks a message that must have exactly the fields that the node writes, in its order. */
class Walk {
  readonly #bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  /** A field's number, tag included. */
  number(tag: number): number {
    this.#expect(tag);
    return this.#varint();
  }

  /** The range of a length-delimited field's content; the walk goes on after it. */
  range(tag: number): Range {
    this.#expect(tag);
    const length = this.#varint();
    const start = this.at;
    this.at += length;
    return [start, this.at];
  }

  /** The content of a field within a field that holds nothing else. */
  inner(outer: number, tag: number): Range {
    const end = this.into(outer);
    const range = this.range(tag);
    this.expectAt(end);
    return range;
  }

  /** Steps into a field; gives where it ends. */
  into(tag: number): number {
    this.#expect(tag);
    const length = this.#varint();
    return this.at + length;
  }

  /** The value of a map's entry. */
  value(tag: number): Range {
    const end = this.into(tag);
    this.at = this.into(10);
    const range = this.range(18);
    this.expectAt(end);
    return range;
  }

  expectAt(end: number): void {
    if (this.at !== end) throw new Error(`another length at ${this.at}`);
  }

  #expect(tag: number): void {
    if (this.#varint() !== tag) throw new Error(`another field at ${this.at}`);
  }

  #varint(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.#bytes[this.at] ?? 0;
      this.at += 1;
      if (byte < 128) return value + byte * scale;
      value += (byte - 128) * scale;
    }
  }
}

/**
 * The event in a frame; undefined where it has not exactly the form that the node writes, or where
 * the frame's head, by which the node finds it, says something else.
 */
export function recordedEvent(frame: Frame): RecordedEvent | undefined {
  try {
    const event = walked(frame);
    return headAgrees(frame, event) ? event : undefined;
  } catch {
    return undefined;
  }
}

function walked({ bytes, start, end: frameEnd }: Frame): RecordedEvent {
  const walk = new Walk(bytes, start + messageStart);
  const readEventEnd = walk.into(10);
  const recordedEnd = walk.into(10);
  const id = walk.inner(10, 18);
  const stream = walk.inner(18, 26);
  const revision = walk.number(24);
  const position = walk.number(32);
  const prepared = walk.number(40);
  const type = walk.value(50);
  walk.value(50);
  walk.value(50);
  const metadata = walk.range(58);
  const data = walk.range(66);
  walk.expectAt(recordedEnd);
  const committed = walk.number(24);
  walk.expectAt(readEventEnd);
  walk.expectAt(frameEnd - trailer);
  if (position !== prepared || position !== committed) throw new Error('two positions');
  return { bytes, id, stream, type, metadata, data, revision, position };
}

function headAgrees(
  { bytes, start }: Frame,
  { id, stream, type, revision }: RecordedEvent,
): boolean {
  const message = start + messageStart;
  return (
    bytes.readDoubleLE(start + 16) === revision &&
    bytes.readUInt16LE(start + 24) === id[0] - message &&
    id[1] - id[0] === 36 &&
    bytes.readUInt16LE(start + 26) === stream[0] - message &&
    bytes.readUInt16LE(start + 28) === stream[1] - stream[0] &&
    bytes.readUInt16LE(start + 30) === type[0] - message &&
    bytes.readUInt16LE(start + 32) === type[1] - type[0]
  );
}

/** Whether a frame's head names a stream. */
export const isFrameOf =
  (stream: Buffer) =>
  (bytes: Buffer, start: number): boolean => {
    if (bytes.readUInt16LE(start + 28) !== stream.length) return false;
    const from = start + messageStart + bytes.readUInt16LE(start + 26);
    return bytes.compare(stream, 0, stream.length, from, from + stream.length) === 0;
  };

/** The stream that a frame's head names, at the cost of a look. */
export const streamOfFrame = ({ bytes, start }: Frame): string => {
  const from = start + messageStart + bytes.readUInt16LE(start + 26);
  return bytes.toString('utf8', from, from + bytes.readUInt16LE(start + 28));
};
