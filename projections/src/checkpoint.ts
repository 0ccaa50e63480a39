import { type Position, position } from '@tocsin/domain';
import type { ClientBase, Pool } from 'pg';

export type Consumer = 'boards' | 'policies';

/** The boards' checkpoint belongs to the read models and is swapped with them. */
const tables: Readonly<Record<Consumer, string>> = {
  boards: 'checkpoint',
  policies: 'policy_checkpoint',
};

/** How far a consumer has come. `position` is undefined while it has handled nothing. */
export interface Checkpoint {
  readonly generation: string;
  readonly position: Position | undefined;
  readonly eventPosition: Position | undefined;
  readonly eventAt: Date | undefined;
  readonly events: number;
  /** The change log was dropped up to here. */
  readonly dropped: Position | undefined;
}

interface CheckpointRow {
  readonly generation: string;
  readonly position: string | null;
  readonly event_position: string | null;
  readonly event_at: Date | null;
  readonly events: string;
  readonly dropped: string | null;
}

/** Somebody else advanced the checkpoint, or a rebuild began: nothing was written; start over. */
export class CheckpointMoved extends Error {
  readonly code = 'CHECKPOINT_MOVED';
  override readonly name = 'CheckpointMoved';
}

/** The log ends before what the database says was handled: it is not the same log. */
export class CheckpointBeyondLog extends Error {
  readonly code = 'CHECKPOINT_BEYOND_LOG';
  override readonly name = 'CheckpointBeyondLog';
}

const optionalPosition = (value: string | null): Position | undefined =>
  value === null ? undefined : position(value);

export async function readCheckpoint(
  db: ClientBase | Pool,
  consumer: Consumer,
): Promise<Checkpoint> {
  const found = await db.query<CheckpointRow>(
    `select generation, position, event_position, event_at, events,
       case when kept_ordinal > 0 then kept_position end as dropped
     from ${tables[consumer]} where name = $1`,
    [consumer],
  );
  const row = found.rows[0];
  if (!row) throw new Error(`The database has no checkpoint ${consumer}: it was not migrated.`);
  return {
    generation: row.generation,
    position: optionalPosition(row.position),
    eventPosition: optionalPosition(row.event_position),
    eventAt: row.event_at ?? undefined,
    events: Number(row.events),
    dropped: optionalPosition(row.dropped),
  };
}

/** @param last the log's last position; undefined when it is empty */
export function assertWithinLog(
  consumer: Consumer,
  { eventPosition }: Checkpoint,
  last: Position | undefined,
): void {
  if (eventPosition === undefined || (last !== undefined && eventPosition <= last)) return;
  const end = last === undefined ? 'the log is empty' : `the log ends at ${last}`;
  throw new CheckpointBeyondLog(
    `The database has handled events up to position ${eventPosition} (${consumer}), but ${end}: the log was replaced or cut. Connect the log that belongs to this database, or run \`pnpm rebuild\` to take over this one.`,
  );
}
