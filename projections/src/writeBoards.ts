import type { Position } from '@tocsin/domain';
import type { ClientBase } from 'pg';
import { boardTables } from './boardTables.ts';
import type { BoardWrites } from './boardWrites.ts';
import { CheckpointMoved } from './checkpoint.ts';
import { CHANGES_CHANNEL } from './queries/channel.ts';

/** The parameters of the checkpoint's own update. */
const own = 9;

/** Each table's insert as `name as (insert …)`, its parameters after those of the one before. */
function inserts(): string {
  let first = own + 1;
  const parts = boardTables.map(({ insert, width }, at) => {
    const part = `written_${at} as (${insert(first)})`;
    first += width;
    return part;
  });
  return parts.join(', ');
}

/**
 * One statement is one transaction and one round trip. Everything hangs on `moved`: where the
 * checkpoint does not stand at the expected place, nothing is written and no row comes back.
 */
const statement = `
with moved as (
  update checkpoint set
    position = $3,
    event_position = coalesce($4, event_position),
    event_at = coalesce($5, event_at),
    events = events + $6,
    cursor_position = coalesce($7, cursor_position),
    cursor_ordinal = coalesce($8, cursor_ordinal),
    newest_position = case when ($7, $8) > (newest_position, newest_ordinal)
      then $7 else newest_position end,
    newest_ordinal = case when ($7, $8) > (newest_position, newest_ordinal)
      then $8 else newest_ordinal end
  where name = 'boards' and generation = $1 and position is not distinct from $2
  returning position as reached
), ${inserts()}
select pg_notify('${CHANGES_CHANNEL}', coalesce($9, reached::text)) from moved`;

export interface Advance {
  readonly generation: string;
  readonly from: Position | undefined;
  readonly to: Position;
  /** What whoever is told of the changes hears; left out: how far they go. */
  readonly notice?: string | undefined;
}

/**
 * Writes what a batch made, together with the checkpoint.
 *
 * @throws CheckpointMoved when the checkpoint did not stand at `from` under that generation
 */
export async function writeBoards(
  client: ClientBase,
  { generation, from, to, notice }: Advance,
  writes: BoardWrites,
): Promise<void> {
  const { last } = writes;
  const newest = writes.lastChange;
  const values = [
    generation,
    from ?? null,
    to,
    last?.position ?? null,
    last?.meta.recordedAt ?? null,
    writes.events,
    newest?.position ?? null,
    newest?.ordinal ?? null,
    notice ?? null,
    ...boardTables.flatMap(({ rows }) => rows(writes).bytes),
  ];
  const done = await client.query({ name: 'write-boards', text: statement, values });
  if (done.rowCount !== 1) {
    throw new CheckpointMoved(`The read models no longer stand at ${from ?? 'the beginning'}.`);
  }
}
