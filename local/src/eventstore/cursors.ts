import { storedMetadata } from './batch.ts';
import type { EventLog } from './eventLog.ts';
import { invalid, streamDeleted } from './faults.ts';
import { LOG_START } from './logFile.ts';
import type { StoredRecord } from './record.ts';
import type { StreamState } from './streamIndex.ts';
import { isSoftDeleted, parseMetadata } from './streamMetadata.ts';
import { ALL } from './watchers.ts';

/** A place in an ordered set of events. */
export type Cursor = {
  /** The next events, or none when there are none yet; what was returned is passed. */
  readonly page: () => StoredRecord[];
  /** What `Watchers` wakes when there may be more. */
  readonly watchKey: string;
};

const PAGE_EVENTS = 128;

export function allForward(log: EventLog, start: number): Cursor {
  let next = start;
  const page = (): StoredRecord[] => {
    const records = log.file.forward(next, log.head);
    next = records.at(-1)?.end ?? next;
    return records;
  };
  return { page, watchKey: ALL };
}

export function allBackward(log: EventLog, start: number): Cursor {
  let next = start;
  const page = (): StoredRecord[] => {
    const records = log.file.backward(next);
    next = records.at(-1)?.position ?? next;
    return records;
  };
  return { page, watchKey: ALL };
}

/** The position at which a client's `position` begins, or with `after` the one behind it. */
export function positionIn(log: EventLog, position: number, after: boolean): number {
  if (position < LOG_START) return LOG_START;
  const record = position < log.head ? log.file.probe(position) : undefined;
  if (record === undefined) throw invalid(`There is no event at position ${position} of this log.`);
  return after ? record.end : position;
}

/** Events of a stream from a revision on. Ends with a fault when the stream is tombstoned. */
export function streamForward(log: EventLog, stream: string, start: number): Cursor {
  let next = start;
  const page = (): StoredRecord[] => {
    const view = streamView(log, stream);
    if (view === undefined) return [];
    next = Math.max(next, view.first);
    while (next <= view.state.last) {
      const records = recordsAt(log, view.state.no, next, view.state.last);
      next += records.length;
      const visible = records.filter(view.isYoung);
      if (visible.length > 0) return visible;
    }
    return [];
  };
  return { page, watchKey: stream };
}

export function streamBackward(log: EventLog, stream: string, start: number): Cursor {
  let next = start;
  const page = (): StoredRecord[] => {
    const view = streamView(log, stream);
    if (view === undefined) return [];
    next = Math.min(next, view.state.last);
    if (next < view.first) return [];
    const records = recordsAt(log, view.state.no, next, view.first);
    next -= records.length;
    return records.filter(view.isYoung);
  };
  return { page, watchKey: stream };
}

export type StreamView = {
  readonly state: StreamState;
  /** The first revision that the stream's metadata leaves. */
  readonly first: number;
  readonly isYoung: (record: StoredRecord) => boolean;
};

/** A stream as its readers see it now; undefined if it doesn't exist or was deleted. */
export function streamView(log: EventLog, stream: string): StreamView | undefined {
  const state = log.index.stream(stream);
  if (state?.tombstoned) throw streamDeleted(stream);
  if (state === undefined || state.last < 0) return undefined;
  const metadata = parseMetadata(storedMetadata(log, stream));
  if (isSoftDeleted(metadata)) return undefined;
  const { maxAge, maxCount, truncateBefore = 0 } = metadata;
  const oldest = maxAge === undefined ? 0 : Date.now() - maxAge * 1000;
  return {
    state,
    first: Math.max(truncateBefore, maxCount === undefined ? 0 : state.last + 1 - maxCount),
    isYoung: (record) => record.createdMs >= oldest,
  };
}

function recordsAt(log: EventLog, no: number, from: number, to: number): StoredRecord[] {
  return log.file.many(log.index.positions(no, from, to, PAGE_EVENTS));
}
