import type { LogFile } from './logFile.ts';
import { type StoredRecord, TOMBSTONE_REVISION } from './record.ts';
import { EventStoreStartError } from './startError.ts';
import type { IndexEntry, StreamIndex, StreamState } from './streamIndex.ts';
import { words } from './words.ts';

/** More than one commit can hold; an append is limited to 16 MiB of frames, a commit ends at 8 MiB or with the append that passes it. */
export const MOST_COMMIT_BYTES = 40 * 1024 * 1024;
const RECORDS_AT_ONCE = 5_000;

/**
 * Brings the index up to the log's end. Each commit is synced before the next is written, so a power cut
 * can leave only the last one torn: that one was never acknowledged and is cut off. Anything
 * else that can't be read is damage, and nothing is cut.
 */
export async function recover(log: LogFile, index: StreamIndex): Promise<void> {
  const size = log.size;
  let position = index.length;
  if (position > size) throw damaged(size);
  if (position < size) await log.sync();
  while (position < size) {
    const change = new Catchup(index);
    let record = log.probe(position);
    while (record && change.entries.length < RECORDS_AT_ONCE) {
      change.add(record);
      position = record.end;
      record = position < size ? log.probe(position) : undefined;
    }
    index.apply({ entries: change.entries, streams: change.streams, length: position });
    if (record || position === size) continue;
    if (size - position > MOST_COMMIT_BYTES) throw damaged(position);
    log.truncate(position);
    return;
  }
}

class Catchup {
  readonly entries: IndexEntry[] = [];
  readonly streams = new Map<string, StreamState>();
  readonly #index: StreamIndex;
  #count: number;

  constructor(index: StreamIndex) {
    this.#index = index;
    this.#count = index.streamCount;
  }

  add(record: StoredRecord): void {
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
