import { closeSync, fsyncSync, openSync } from 'node:fs';
import { type Database, open, type RootDatabase } from 'lmdb';
import { LOG_START } from './logFile.ts';

/** `no` numbers the stream within the index; `last` is its last revision, -1 before the first event. */
export type StreamState = {
  readonly no: number;
  readonly last: number;
  readonly tombstoned: boolean;
};

/** One event's entry. `id` is a UUID in lower case. */
export type IndexEntry = {
  readonly no: number;
  readonly revision: number;
  readonly id: string;
  readonly position: number;
};

export type IndexChange = {
  readonly entries: readonly IndexEntry[];
  readonly streams: ReadonlyMap<string, StreamState>;
  /** The log's length up to which the index then holds everything. */
  readonly length: number;
};

const MAP_BYTES = 16 * 2 ** 30;
const LENGTH = Buffer.from('length');
const STREAMS = Buffer.from('streams');
const REVISION_BYTES = 6;
const KEY_BYTES = 4 + REVISION_BYTES;

/**
 * What can be found again from the log: streams by name, events by stream and revision, and by
 * event id. It isn't synced with each commit, since after a power cut it is built again from the log; a
 * killed process leaves it whole.
 */
export class StreamIndex {
  readonly #path: string;
  readonly #root: RootDatabase<Buffer, Buffer>;
  readonly #streams: Database<Buffer, Buffer>;
  readonly #revisions: Database<Buffer, Buffer>;
  readonly #ids: Database<Buffer, Buffer>;
  readonly #meta: Database<Buffer, Buffer>;

  constructor(path: string) {
    this.#path = path;
    // The map is address space, not memory, and grows by itself beyond this.
    this.#root = open<Buffer, Buffer>({ path, noSync: true, mapSize: MAP_BYTES, maxDbs: 8 });
    this.#streams = this.#open('streams');
    this.#revisions = this.#open('revisions');
    this.#ids = this.#open('ids');
    this.#meta = this.#open('meta');
  }

  /** The log's length that the index covers. */
  get length(): number {
    return this.#meta.get(LENGTH)?.readUIntLE(0, 6) ?? LOG_START;
  }

  get streamCount(): number {
    return this.#meta.get(STREAMS)?.readUInt32LE(0) ?? 0;
  }

  stream(name: string): StreamState | undefined {
    const value = this.#streams.get(Buffer.from(name));
    if (value === undefined) return undefined;
    const last = value.readUIntLE(4, REVISION_BYTES) - 1;
    return { no: value.readUInt32LE(0), last, tombstoned: value[10] === 1 };
  }

  /** Positions of a stream's events from revision `from` to `to`, both included, `limit` at most. */
  positions(no: number, from: number, to: number, limit: number): number[] {
    const reverse = from > to;
    const range = this.#revisions.getRange({
      start: revisionKey(no, from),
      end: revisionKey(no, to),
      inclusiveEnd: true,
      reverse,
      limit,
    });
    const positions: number[] = [];
    for (const { value } of range) positions.push(value.readUIntLE(0, 6));
    return positions;
  }

  position(no: number, revision: number): number | undefined {
    return this.#revisions.get(revisionKey(no, revision))?.readUIntLE(0, 6);
  }

  /** The revision at which an event id stands in a stream. */
  revisionOf(no: number, id: string): number | undefined {
    return this.#ids.get(idKey(no, id))?.readUIntLE(0, REVISION_BYTES);
  }

  /** Applies a change at once or not at all; readers see it when this returns. */
  apply(change: IndexChange): void {
    this.#root.transactionSync(() => {
      for (const entry of change.entries) {
        this.#revisions.putSync(revisionKey(entry.no, entry.revision), uint48(entry.position));
        this.#ids.putSync(idKey(entry.no, entry.id), uint48(entry.revision));
      }
      let count = this.streamCount;
      for (const [name, state] of change.streams) {
        this.#streams.putSync(Buffer.from(name), stateValue(state));
        count = Math.max(count, state.no + 1);
      }
      const streams = Buffer.allocUnsafe(4);
      streams.writeUInt32LE(count);
      this.#meta.putSync(STREAMS, streams);
      this.#meta.putSync(LENGTH, uint48(change.length));
    });
  }

  /** Brings what was applied to disk, so that a power cut from now on costs no rebuild. */
  sync(): void {
    const descriptor = openSync(this.#path, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
  }

  async close(): Promise<void> {
    await this.#root.close();
  }

  #open(name: string): Database<Buffer, Buffer> {
    return this.#root.openDB<Buffer, Buffer>({ name, encoding: 'binary', keyEncoding: 'binary' });
  }
}

function revisionKey(no: number, revision: number): Buffer {
  const key = Buffer.allocUnsafe(KEY_BYTES);
  key.writeUInt32BE(no, 0);
  key.writeUIntBE(revision, 4, REVISION_BYTES);
  return key;
}

function idKey(no: number, id: string): Buffer {
  const key = Buffer.allocUnsafe(20);
  key.write(id.replaceAll('-', ''), 0, 'hex');
  key.writeUInt32BE(no, 16);
  return key;
}

function uint48(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(6);
  bytes.writeUIntLE(value, 0, 6);
  return bytes;
}

function stateValue(state: StreamState): Buffer {
  const value = Buffer.allocUnsafe(11);
  value.writeUInt32LE(state.no, 0);
  value.writeUIntLE(state.last + 1, 4, REVISION_BYTES);
  value[10] = state.tombstoned ? 1 : 0;
  return value;
}
