import { type Figure, rateFigure } from '../figures.ts';
import type { Run } from '../options.ts';
import { catchUp, readLog } from '../parts/catchingUp.ts';
import { startNode } from '../parts/eventStore.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { startDatabases } from '../parts/postgres.ts';
import { alternate } from '../rounds.ts';
import type { Scope } from '../scope.ts';
import { fillLog } from '../world/fillLog.ts';
import { foundCity } from '../world/found.ts';

export const catchUpLine = 'projections catch up with 200,000 events';

/**
 * The projections from empty read models to the log's end, against the bare client reading the
 * same events, each in a process of its own that has already started.
 */
export async function measureCatchUp(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const folder = await temporaryFolder(scope);
  const { client, store, connectionString } = await startNode(scope, folder);
  const server = await startDatabases(scope, folder);
  const founded = await foundCity(store);
  const filled = await fillLog(client, run.count(200_000, 20_000) - founded, (events) =>
    run.say(`${Math.round(events).toLocaleString('en')} events written`),
  );
  const end = await store.lastPosition();
  if (end === undefined) throw new Error('the log is empty');
  const log = { connectionString, events: founded + filled, end };
  const { first, second } = await alternate(
    run.count(3, 2),
    {
      name: 'projections',
      measure: async () => (await catchUp(scope, folder, server, log)).rate,
    },
    { name: 'bare client', measure: () => readLog(scope, log) },
    run.sayRate,
  );
  return [rateFigure(catchUpLine, 'events/s', first, second, 0.4)];
}
