import type { LogFile } from './logFile.ts';
import { type StoredRecord, TOMBSTONE_REVISION } from './record.ts';
import { EventStoreStartError } from './startError.ts';
import type { IndexChange, IndexEntry, StreamIndex, StreamState } from './streamIndex.ts';
import { words } from './words.ts';

/**
 * More than one commit can hold: an append has at most 16 MiB of frames, and a commit ends with
 * the append that passes 8 MiB.
 */
export const MOST_COMMIT_BYTES = 40 * 1024 * 1024;
const RECORDS_AT_ONCE = 50_000;

/**
 * Brings the index up to the log's end. Each commit is synced before the next is written, so a
 * power cut can leave only the last one torn, and that one was never acknowledged: of it, whole
 * appends are kept and the rest is cut off. Anything else that can't be read is damage, and nothing
 * is cut.
 */
export async function recover(log: LogFile, index: StreamIndex): Promise<void> {
  const size = log.size;
  if (index.length > size) throw damaged(size);
  if (index.length < size) await log.sync();
  while (index.length < size) {
    const catchup = readOn(log, index, size);
    if (catchup.length === index.length) return cutOff(log, index.length, size);
    index.apply(catchup);
  }
}

function readOn(log: LogFile, index: StreamIndex, size: number): Catchup {
  const catchup = new Catchup(index);
  let position = index.length;
  while (position < size && catchup.entries.length < RECORDS_AT_ONCE) {
    const records = log.intact(position, size);
    if (records.length === 0) break;
    for (const record of records) catchup.add(record);
    position = records.at(-1)?.end ?? position;
  }
  return catchup;
}

function cutOff(log: LogFile, position: number, size: number): void {
  if (size - position > MOST_COMMIT_BYTES) throw damaged(position);
  log.truncate(position);
}

class Catchup implements IndexChange {
  readonly entries: IndexEntry[] = [];
  readonly streams = new Map<string, StreamState>();
  /** Up to the end of the last whole append. */
  length: number;
  readonly #index: StreamIndex;
  #append: StoredRecord[] = [];
  #count: number;

  constructor(index: StreamIndex) {
    this.#index = index;
    this.#count = index.streamCount;
    this.length = index.length;
  }

  add(record: StoredRecord): void {
    this.#append.push(record);
    if (record.continues) return;
    for (const whole of this.#append) this.#enter(whole);
    this.#append = [];
    this.length = record.end;
  }

  #enter(record: StoredRecord): void {
    const name = record.stream;
    const before = this.streams.get(name) ?? this.#index.stream(name);
    const state = before ?? { no: this.#count++, last: -1, tombstoned: false };
    if (record.revision === TOMBSTONE_REVISION) {
      this.streams.set(name, { ...state, tombstoned: true });
      return;
    }
    this.streams.set(name, { ...state, last: record.revision });
    const { id, revision, position } = record;
    this.entries.push({ no: state.no, revision, id, position });
  }
}

function damaged(position: number): EventStoreStartError {
  return new EventStoreStartError('DATA_FOLDER_DAMAGED', words.damaged(position));
}
