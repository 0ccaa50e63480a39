import { setImmediate as nextTurn } from 'node:timers/promises';
import type { LogEvent, Position } from '@tocsin/domain';
import { type Batch, moment } from '@tocsin/domain/store';
import type { ClientBase, Pool } from 'pg';
import { BoardRows } from './boardRows.ts';
import { BoardWrites } from './boardWrites.ts';
import { ChangePartitions } from './changePartitions.ts';
import { assertWithinLog, type Checkpoint, CheckpointMoved, readCheckpoint } from './checkpoint.ts';
import { type ProjectionFailed, projectBatch } from './projectBatch.ts';
import type { ProjectedStore } from './projectedStore.ts';
import { fallBehind, type Pulse, tellCaughtUp } from './pulse.ts';
import { noticeOf } from './queries/notice.ts';
import type { Projected } from './runnerObserver.ts';
import { writeBoards } from './writeBoards.ts';

/** Events projected in one turn of the event loop: a few milliseconds. */
const sliceSize = 64;

export interface BoardSession {
  readonly store: ProjectedStore;
  readonly pool: Pool;
  /** Writes the batches, one after the other. */
  readonly client: ClientBase;
  readonly pulse: Pulse;
  readonly signal: AbortSignal;
  /** Told of every lost connection to the event store. */
  readonly onDrop: (cause: unknown) => void;
  /** The notification of a batch names its events. */
  readonly traced?: boolean;
  /** Told of each batch that is written. */
  readonly onProjected?: (batch: Projected) => void;
  /** Events a transaction at the most (default 4,000). */
  readonly batchSize?: number;
  /** Log positions a partition of the change log; only tests say. */
  readonly partitionWidth?: bigint;
}

/**
 * Projects from the checkpoint on until the signal is aborted. While PostgreSQL commits a batch,
 * the next one is projected already, on the rows in memory; it is written only after.
 *
 * Throws ProjectionFailed once everything before the failing event is written, CheckpointMoved
 * when somebody else advanced, CheckpointBeyondLog, or what the store or PostgreSQL threw. A new
 * session goes on from what is committed.
 */
export async function projectBoards(session: BoardSession): Promise<void> {
  const { store, pool, client, pulse, onDrop, batchSize = 4_000 } = session;
  const start = await readCheckpoint(client, 'boards');
  assertWithinLog('boards', start, await store.lastPosition());
  const rows = new BoardRows(pool);
  await rows.open();
  const partitions = new ChangePartitions(client, session.partitionWidth);
  const writer = new Writer(session, start, partitions, rows);
  const signal = AbortSignal.any([session.signal, writer.failed]);
  Object.assign(pulse, { position: start.position, eventAt: start.eventAt });
  Object.assign(pulse, { generation: start.generation, restart: () => writer.giveUp() });
  const drop = (cause: unknown): void => {
    tellCaughtUp(pulse, false);
    onDrop(cause);
  };
  try {
    const batches = store.follow({ after: start.position, batchSize, signal, onDrop: drop });
    for await (const batch of batches) await handle(batch, rows, writer, pulse);
    await writer.settled();
  } finally {
    pulse.restart = () => undefined;
    tellCaughtUp(pulse, false);
    await writer.settled().catch(() => undefined);
  }
}

async function handle(batch: Batch, rows: BoardRows, writer: Writer, pulse: Pulse): Promise<void> {
  if (!batch.caughtUp) tellCaughtUp(pulse, false);
  if (batch.events.length > 0) fallBehind(pulse);
  const begun = moment();
  await rows.load(batch.events);
  const writes = writer.free();
  const failed = await projectInSlices(rows, writes, batch.events);
  const reached = failed ? writes.last?.position : batch.position;
  await writer.settled();
  const events = failed ? batch.events.slice(0, writes.events) : batch.events;
  if (reached !== undefined)
    writer.write(
      { writes, events, begun, to: reached, batch: rows.batch },
      batch.caughtUp && !failed,
    );
  else tellCaughtUp(pulse, batch.caughtUp);
  if (failed) await stopAt(failed, writer);
}

/** Lets the next events come in between slices: the server sends no more than a window ahead. */
async function projectInSlices(
  rows: BoardRows,
  writes: BoardWrites,
  events: readonly LogEvent[],
): Promise<ProjectionFailed | undefined> {
  for (let from = 0; from < events.length; from += sliceSize) {
    const failed = projectBatch(rows, writes, events.slice(from, from + sliceSize));
    if (failed) return failed;
    await nextTurn();
  }
  return undefined;
}

async function stopAt(failed: ProjectionFailed, writer: Writer): Promise<never> {
  await writer.settled();
  throw failed;
}

/** A batch of events on its way into the database. */
interface Ready {
  readonly writes: BoardWrites;
  readonly events: readonly LogEvent[];
  readonly to: Position;
  /** Its number, of those projected. */
  readonly batch: number;
  readonly begun: number;
}

/** Writes batches in order, one at a time, each from where the one before left the checkpoint. */
class Writer {
  readonly #client: ClientBase;
  readonly #generation: string;
  readonly #rows: BoardRows;
  readonly #pulse: Pulse;
  readonly #told: (batch: Projected) => void;
  readonly #traced: boolean;
  readonly #failing = new AbortController();
  readonly #partitions: ChangePartitions;
  #from: Position | undefined;
  #writing: Promise<void> = Promise.resolve();
  #free: BoardWrites;
  #busy: BoardWrites;

  constructor(
    { client, pulse, onProjected, traced }: BoardSession,
    start: Checkpoint,
    partitions: ChangePartitions,
    rows: BoardRows,
  ) {
    this.#told = onProjected ?? (() => undefined);
    this.#traced = traced ?? false;
    this.#client = client;
    this.#generation = start.generation;
    this.#from = start.position;
    this.#free = new BoardWrites(start.dropped);
    this.#busy = new BoardWrites(start.dropped);
    this.#partitions = partitions;
    this.#rows = rows;
    this.#pulse = pulse;
  }

  /** Aborted when a batch could not be written, also while nothing else happens. */
  get failed(): AbortSignal {
    return this.#failing.signal;
  }

  /** Ends the session as if somebody else had advanced. */
  giveUp(): void {
    this.#writing = this.#writing.then(() => {
      throw new CheckpointMoved('A rebuild has begun.');
    });
    this.#writing.catch(() => this.#failing.abort());
  }

  /** Empty, and not the one that is being written. */
  free(): BoardWrites {
    this.#free.clear();
    return this.#free;
  }

  /** The batch handed over before is committed; throws if it could not be. */
  settled(): Promise<void> {
    return this.#writing;
  }

  /** Hands a batch over; only after the one before has settled. */
  write(ready: Ready, caughtUp: boolean): void {
    this.#free = this.#busy;
    this.#busy = ready.writes;
    this.#writing = this.#commit(ready, caughtUp);
    this.#writing.catch(() => this.#failing.abort());
  }

  async #commit({ writes, events, to, batch, begun }: Ready, caughtUp: boolean) {
    const pulse = this.#pulse;
    if (to !== this.#from) {
      const writing = moment();
      const { firstKept, last } = writes;
      if (firstKept !== undefined && last) await this.#partitions.reach(firstKept, last.position);
      const notice = this.#traced ? noticeOf(events) : undefined;
      const advance = { generation: this.#generation, from: this.#from, to, notice };
      await writeBoards(this.#client, advance, writes);
      this.#from = to;
      this.#rows.committed(batch);
      if (events.length > 0) this.#told({ events, begun, writing, ended: moment() });
    }
    if (writes.last) pulse.eventAt = new Date(writes.last.meta.recordedAt);
    pulse.position = to;
    tellCaughtUp(pulse, caughtUp);
  }
}
