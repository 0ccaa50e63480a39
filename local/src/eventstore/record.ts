import { crc32 } from 'node:zlib';
import { fieldSize, varintSize, WireWriter } from './wire.ts';

/** An event as a client proposes it. `id` is a UUID in lower case. */
export type Draft = {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly metadata: Uint8Array;
  readonly data: Uint8Array;
};

/** Where an event stands: `position` is its byte offset in the log, `createdMs` since the Unix epoch. */
export type Place = {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly createdMs: number;
  /** Whether the next record belongs to the same append, of which all or none is kept. */
  readonly continues: boolean;
};

/** The revision of the event that ends a tombstoned stream; written as 2^63 - 1. */
export const TOMBSTONE_REVISION = 2 ** 63;

/**
 * A frame: u32 length of the whole, u32 CRC-32 of what follows it up to the trailer, f64 createdMs,
 * f64 revision, u16 x 6 (start of the id; start and length of the stream's name and of the type, within the message),
 * 1 if the append continues in the next frame), then
 * the `ReadResp` message exactly as a reader gets it, then the u32 length again, so that the
 * log can be walked backwards.
 */
const MESSAGE_START = 36;
const TRAILER = 4;
export const SMALLEST_FRAME = MESSAGE_START + TRAILER;
const ID_FIELD = 40;
const TYPE = Buffer.from('type');
const CONTENT_TYPE = Buffer.from('content-type');
const CREATED = Buffer.from('created');

export function encodeRecord(draft: Draft, place: Place): Buffer {
  const stream = Buffer.from(place.stream);
  const type = Buffer.from(draft.type);
  const contentType = Buffer.from(draft.contentType);
  const ticks = Buffer.from(`${place.createdMs}0000`);
  const recorded =
    ID_FIELD +
    fieldSize(fieldSize(stream.length)) +
    1 +
    revisionSize(place.revision) +
    2 * (1 + varintSize(place.position)) +
    entrySize(TYPE, type) +
    entrySize(CONTENT_TYPE, contentType) +
    entrySize(CREATED, ticks) +
    fieldSize(draft.metadata.length) +
    fieldSize(draft.data.length);
  const readEvent = fieldSize(recorded) + 1 + varintSize(place.position);
  const length = MESSAGE_START + fieldSize(readEvent) + TRAILER;

  const frame = Buffer.allocUnsafe(length);
  const wire = new WireWriter(frame, MESSAGE_START);
  wire.open(1, readEvent);
  wire.open(1, recorded);
  wire.open(1, ID_FIELD - 2);
  wire.open(2, 36);
  frame.writeUInt16LE(wire.at - MESSAGE_START, 24);
  wire.at += frame.write(draft.id, wire.at, 'latin1');
  wire.open(2, fieldSize(stream.length));
  wire.bytes(3, stream);
  frame.writeUInt16LE(wire.at - MESSAGE_START - stream.length, 26);
  frame.writeUInt16LE(stream.length, 28);
  writeRevision(wire, place.revision);
  wire.uint(4, place.position);
  wire.uint(5, place.position);
  writeEntry(wire, TYPE, type);
  frame.writeUInt16LE(wire.at - MESSAGE_START - type.length, 30);
  frame.writeUInt16LE(type.length, 32);
  writeEntry(wire, CONTENT_TYPE, contentType);
  writeEntry(wire, CREATED, ticks);
  wire.bytes(7, draft.metadata);
  wire.bytes(8, draft.data);
  wire.uint(3, place.position);

  frame.writeDoubleLE(place.createdMs, 8);
  frame.writeDoubleLE(place.revision, 16);
  frame.writeUInt16LE(place.continues ? 1 : 0, 34);
  frame.writeUInt32LE(length, 0);
  frame.writeUInt32LE(length, length - TRAILER);
  frame.writeUInt32LE(checksum(frame), 4);
  return frame;
}

const checksum = (frame: Buffer): number => crc32(frame.subarray(8, frame.length - TRAILER));

const revisionSize = (revision: number): number =>
  revision === TOMBSTONE_REVISION ? 9 : varintSize(revision);

function writeRevision(wire: WireWriter, revision: number): void {
  if (revision !== TOMBSTONE_REVISION) {
    wire.uint(3, revision);
    return;
  }
  wire.target[wire.at++] = 3 << 3;
  wire.target.fill(0xff, wire.at, wire.at + 8);
  wire.target[wire.at + 8] = 0x7f;
  wire.at += 9;
}

const entrySize = (key: Buffer, value: Buffer): number =>
  fieldSize(fieldSize(key.length) + fieldSize(value.length));

function writeEntry(wire: WireWriter, key: Buffer, value: Buffer): void {
  wire.open(6, fieldSize(key.length) + fieldSize(value.length));
  wire.bytes(1, key);
  wire.bytes(2, value);
}

/** A frame of the log, read in place. */
export class StoredRecord {
  readonly position: number;
  readonly #frame: Buffer;

  constructor(frame: Buffer, position: number) {
    this.#frame = frame;
    this.position = position;
  }

  /** The position of the record after this one. */
  get end(): number {
    return this.position + this.#frame.length;
  }

  get createdMs(): number {
    return this.#frame.readDoubleLE(8);
  }

  get revision(): number {
    return this.#frame.readDoubleLE(16);
  }

  get continues(): boolean {
    return this.#frame.readUInt16LE(34) === 1;
  }

  get id(): string {
    const start = MESSAGE_START + this.#frame.readUInt16LE(24);
    return this.#frame.toString('latin1', start, start + 36);
  }

  get stream(): string {
    const start = MESSAGE_START + this.#frame.readUInt16LE(26);
    return this.#frame.toString('utf8', start, start + this.#frame.readUInt16LE(28));
  }

  get type(): string {
    const start = MESSAGE_START + this.#frame.readUInt16LE(30);
    return this.#frame.toString('utf8', start, start + this.#frame.readUInt16LE(32));
  }

  /** The serialised `ReadResp` that a reader receives. */
  get message(): Buffer {
    return this.#frame.subarray(MESSAGE_START, this.#frame.length - TRAILER);
  }

  /** Whether the frame is whole: both lengths and the checksum agree. */
  get intact(): boolean {
    const frame = this.#frame;
    return (
      frame.length >= SMALLEST_FRAME &&
      frame.readUInt32LE(0) === frame.length &&
      frame.readUInt32LE(frame.length - TRAILER) === frame.length &&
      frame.readUInt32LE(4) === checksum(frame)
    );
  }
}
