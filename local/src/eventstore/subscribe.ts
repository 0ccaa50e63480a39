import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { allForward, type Cursor, positionIn, streamForward } from './cursors.ts';
import type { EventLog } from './eventLog.ts';
import { invalid } from './faults.ts';
import { type EventFilter, filterOf } from './filter.ts';
import { LOG_START } from './logFile.ts';
import { caughtUp, checkpoint, confirmation, fellBehind } from './messages.ts';
import type { Outlet } from './outlet.ts';
import type { StoredRecord } from './record.ts';
import { streamOf } from './requests.ts';
import type { Watchers } from './watchers.ts';

type Options = ReadReq.Options;

/** Distance from the log's end at which a subscriber that was live counts as fallen behind. */
const BEHIND_BYTES = 4 * 1024 * 1024;

/**
 * Sends what is after the given place, then what comes, until the subscriber leaves. Nothing is
 * queued for it: it is woken when the log grows and reads the log on from its own place.
 */
export async function subscribe(
  log: EventLog,
  watchers: Watchers,
  options: Options,
  outlet: Outlet,
): Promise<void> {
  const cursor = cursorOf(log, options);
  const progress = new Progress(filterOf(options.getFilter()), log.head, outlet);
  await outlet.control(confirmation(randomUUID()));
  let live = false;
  while (outlet.open) {
    const page = cursor.page();
    const last = page.at(-1);
    if (last === undefined && live) {
      await growth(watchers, cursor.watchKey, outlet);
    } else if (last === undefined) {
      live = true;
      await progress.caughtUp();
    } else {
      if (live && log.head - last.end > BEHIND_BYTES) {
        live = false;
        await outlet.control(fellBehind());
      }
      await progress.send(page);
      // Other calls have their turn while this one catches up.
      await setImmediate();
    }
  }
}

async function growth(watchers: Watchers, key: string, outlet: Outlet): Promise<void> {
  let stop = (): void => undefined;
  await outlet.pauseFor((wake) => {
    stop = watchers.once(key, wake);
  });
  stop();
}

/** Applies the filter and tells a filtering subscriber how far the log was looked through. */
class Progress {
  readonly #filter: EventFilter | undefined;
  readonly #outlet: Outlet;
  #looked = 0;
  #position: number;

  constructor(filter: EventFilter | undefined, position: number, outlet: Outlet) {
    this.#filter = filter;
    this.#position = position;
    this.#outlet = outlet;
  }

  async send(page: readonly StoredRecord[]): Promise<void> {
    for (const record of page) {
      if (!this.#outlet.open) return;
      if (this.#filter?.matches(record) !== false && !this.#outlet.event(record.message)) {
        await this.#outlet.ready();
      }
      this.#position = record.position;
      if (++this.#looked === this.#filter?.checkpointInterval) await this.#checkpoint();
    }
  }

  async caughtUp(): Promise<void> {
    if (this.#filter && this.#looked > 0) await this.#checkpoint();
    await this.#outlet.control(caughtUp());
  }

  async #checkpoint(): Promise<void> {
    this.#looked = 0;
    await this.#outlet.control(checkpoint(this.#position));
  }
}

function cursorOf(log: EventLog, options: Options): Cursor {
  const stream = options.getStream();
  if (stream) {
    const name = streamOf(stream.getStreamIdentifier());
    if (stream.hasRevision()) return streamForward(log, name, Number(stream.getRevision()) + 1);
    const last = log.index.stream(name)?.last ?? -1;
    return streamForward(log, name, stream.hasEnd() ? last + 1 : 0);
  }
  const all = options.getAll();
  if (all === undefined) throw invalid('The subscription names neither a stream nor $all.');
  if (all.hasPosition()) {
    const position = Number(all.getPosition()?.getCommitPosition());
    return allForward(log, positionIn(log, position, true));
  }
  return allForward(log, all.hasEnd() ? log.head : LOG_START);
}
