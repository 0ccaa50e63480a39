import { setImmediate } from 'node:timers/promises';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import {
  allBackward,
  allForward,
  type Cursor,
  positionIn,
  streamBackward,
  streamForward,
  streamView,
} from './cursors.ts';
import type { EventLog } from './eventLog.ts';
import { invalid, statusOf, unimplemented } from './faults.ts';
import { type EventFilter, filterOf } from './filter.ts';
import { LOG_START } from './logFile.ts';
import { streamNotFound, withStructuredId } from './messages.ts';
import { Outlet, type ReadCall } from './outlet.ts';
import { streamOf } from './requests.ts';
import { subscribe } from './subscribe.ts';
import type { Watchers } from './watchers.ts';

type Options = ReadReq.Options;
const BACKWARDS = 1;

/** Read: a stream or `$all`, either way, or a subscription to one of them. */
export async function read(log: EventLog, watchers: Watchers, call: ReadCall): Promise<void> {
  try {
    const options = call.request.getOptions();
    if (options === undefined) throw invalid('The read has no options.');
    if (options.getResolveLinks()) throw unimplemented('resolving links');
    const structured = options.getUuidOption()?.hasStructured() === true;
    const outlet = new Outlet(call, structured ? withStructuredId : (message) => message);
    if (options.hasSubscription()) await subscribe(log, watchers, options, outlet);
    else await readOnce(log, options, outlet);
    if (outlet.open) call.end();
  } catch (error) {
    call.emit('error', statusOf(error));
  }
}

async function readOnce(log: EventLog, options: Options, outlet: Outlet): Promise<void> {
  const filter = filterOf(options.getFilter());
  const stream = options.getStream();
  if (stream) {
    const name = streamOf(stream.getStreamIdentifier());
    if (streamView(log, name) === undefined) return outlet.control(streamNotFound(name));
  }
  await pour(cursorOf(log, options), Number(options.getCount()), filter, outlet);
}

async function pour(
  cursor: Cursor,
  count: number,
  filter: EventFilter | undefined,
  outlet: Outlet,
): Promise<void> {
  let left = count;
  while (left > 0 && outlet.open) {
    const page = cursor.page();
    if (page.length === 0) return;
    for (const record of page) {
      if (filter?.matches(record) === false) continue;
      if (!outlet.event(record.message)) await outlet.ready();
      if (--left === 0 || !outlet.open) return;
    }
    // Other calls have their turn while a filter passes over much of the log.
    await setImmediate();
  }
}

function cursorOf(log: EventLog, options: Options): Cursor {
  const backwards = options.getReadDirection() === BACKWARDS;
  const stream = options.getStream();
  if (stream) {
    const name = streamOf(stream.getStreamIdentifier());
    if (backwards) return streamBackward(log, name, revisionOf(stream, Number.MAX_SAFE_INTEGER));
    return stream.hasEnd() ? nothing : streamForward(log, name, revisionOf(stream, 0));
  }
  const all = options.getAll();
  if (all === undefined) throw invalid('The read names neither a stream nor $all.');
  if (all.hasPosition()) {
    const position = Number(all.getPosition()?.getCommitPosition());
    if (position >= log.head) return backwards ? allBackward(log, log.head) : nothing;
    const start = positionIn(log, position, false);
    return backwards ? allBackward(log, start) : allForward(log, start);
  }
  if (backwards) return all.hasStart() ? nothing : allBackward(log, log.head);
  return all.hasEnd() ? nothing : allForward(log, LOG_START);
}

const nothing: Cursor = { page: () => [], watchKey: '' };

function revisionOf(options: ReadReq.Options.StreamOptions, end: number): number {
  if (options.hasRevision())
    return Math.min(Number(options.getRevision()), Number.MAX_SAFE_INTEGER);
  return options.hasEnd() ? end : 0;
}
