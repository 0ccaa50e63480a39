import type { EventLog } from './eventLog.ts';
import { dataOf } from './messages.ts';
import { type Draft, encodeRecord, TOMBSTONE_REVISION } from './record.ts';
import type { IndexChange, IndexEntry, StreamState } from './streamIndex.ts';

/** The last of the events staged by one append. */
export type Staged = { readonly revision: number; readonly position: number };

/**
 * The state that an append is decided against: what is committed, and above it what this commit is
 * about to write.
 */
export class Batch {
  readonly frames: Buffer[] = [];
  readonly #log: EventLog;
  readonly #entries: IndexEntry[] = [];
  readonly #streams = new Map<string, StreamState>();
  readonly #positions = new Map<string, number>();
  readonly #revisions = new Map<string, number>();
  readonly #metadata = new Map<string, Uint8Array>();
  readonly #createdMs: number;
  #streamCount: number;
  #end: number;

  constructor(log: EventLog, createdMs: number) {
    this.#log = log;
    this.#createdMs = createdMs;
    this.#streamCount = log.index.streamCount;
    this.#end = log.head;
  }

  get bytes(): number {
    return this.#end - this.#log.head;
  }

  get touched(): Iterable<string> {
    return this.#streams.keys();
  }

  get change(): IndexChange {
    return { entries: this.#entries, streams: this.#streams, length: this.#end };
  }

  stream(name: string): StreamState | undefined {
    return this.#streams.get(name) ?? this.#log.index.stream(name);
  }

  revisionOf(no: number, id: string): number | undefined {
    return this.#revisions.get(`${no} ${id}`) ?? this.#log.index.revisionOf(no, id);
  }

  position(no: number, revision: number): number | undefined {
    return this.#positions.get(`${no} ${revision}`) ?? this.#log.index.position(no, revision);
  }

  /** The content of a stream's newest metadata event. */
  metadata(name: string): Uint8Array | undefined {
    return this.#metadata.get(`$$${name}`) ?? storedMetadata(this.#log, name);
  }

  /** Stages events at the end of a stream; `continues` says that the same append stages more. */
  append(name: string, drafts: readonly Draft[], continues = false): Staged {
    const state = this.#stateOf(name);
    let revision = state.last;
    let position = this.#end;
    const last = drafts.at(-1);
    for (const draft of drafts) {
      revision++;
      position = this.#write(name, draft, revision, continues || draft !== last);
      this.#entries.push({ no: state.no, revision, id: draft.id, position });
      this.#positions.set(`${state.no} ${revision}`, position);
      this.#revisions.set(`${state.no} ${draft.id}`, revision);
    }
    this.#streams.set(name, { ...state, last: revision });
    if (last && name.startsWith('$$')) this.#metadata.set(name, last.data);
    return { revision, position };
  }

  /** Stages the end of a stream for good. */
  tombstone(name: string, draft: Draft): Staged {
    const state = this.#stateOf(name);
    const position = this.#write(name, draft, TOMBSTONE_REVISION, false);
    this.#streams.set(name, { ...state, tombstoned: true });
    return { revision: TOMBSTONE_REVISION, position };
  }

  #stateOf(name: string): StreamState {
    return this.stream(name) ?? { no: this.#streamCount++, last: -1, tombstoned: false };
  }

  #write(stream: string, draft: Draft, revision: number, continues: boolean): number {
    const position = this.#end;
    const createdMs = this.#createdMs;
    const frame = encodeRecord(draft, { stream, revision, position, createdMs, continues });
    this.frames.push(frame);
    this.#end += frame.length;
    return position;
  }
}

/** The content of a stream's newest committed metadata event, the last one in stream `$$name`. */
export function storedMetadata(log: EventLog, name: string): Uint8Array | undefined {
  const state = log.index.stream(`$$${name}`);
  if (state === undefined || state.last < 0) return undefined;
  const position = log.index.position(state.no, state.last);
  return position === undefined ? undefined : dataOf(log.file.at(position));
}
