import type { LogEvent } from '@tocsin/domain';
import type { ClientBase } from 'pg';
import { HeldRows } from '../heldRows.ts';
import { projectEvent } from '../projectEvent.ts';
import { nowhere } from '../queries/past/foldStream.ts';
import { timesTables } from './timesTables.ts';
import { TimesWrites } from './timesWrites.ts';

const inserts = timesTables.map(({ insert }) => `with moved as (select 1) ${insert(1)}`);

/**
 * Makes the rows of the times alone of a log, by the projections that the runner uses, and neither
 * boards nor change log nor checkpoint: so that a large year can be measured on a small disk.
 *
 * @param batches the log's events in its order, from the first one on
 */
export async function fillTimes(
  client: ClientBase,
  batches: Iterable<readonly LogEvent[]>,
): Promise<void> {
  const rows = new HeldRows();
  const times = new TimesWrites();
  const sink = { ...nowhere, timed: (one: Parameters<typeof nowhere.timed>[0]) => times.add(one) };
  for (const events of batches) {
    rows.batch += 1;
    for (const event of events) projectEvent(rows, sink, event);
    for (const [at, { rows: filled }] of timesTables.entries())
      await client.query(inserts[at] ?? '', [...filled({ times }).bytes]);
    times.clear();
    rows.committed(rows.batch);
  }
}
