import { type Figure, rateFigure } from '../figures.ts';
import type { Run } from '../options.ts';
import { forkPart, nextMessage } from '../parts/child.ts';
import { startNode } from '../parts/eventStore.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { startDatabases } from '../parts/postgres.ts';
import { projected, runnerAwake, startProjections } from '../parts/projections.ts';
import { alternate } from '../rounds.ts';
import { Scope } from '../scope.ts';
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
  const databases = await startDatabases(scope, folder);
  const founded = await foundCity(store);
  const filled = await fillLog(client, run.count(200_000, 20_000) - founded, (events) =>
    run.say(`${Math.round(events).toLocaleString('en')} events written`),
  );
  const events = founded + filled;
  const end = await store.lastPosition();
  if (end === undefined) throw new Error('the log is empty');

  let number = 0;
  const project = async (): Promise<number> => {
    const round = new Scope();
    scope.defer(() => round.close());
    number += 1;
    const database = await databases.database(`catch_up_${number}`);
    const runner = startProjections(round, folder, connectionString, database);
    await runnerAwake(database, runner);
    const begun = performance.now();
    await projected(database, runner, end, ['boards']);
    const took = performance.now() - begun;
    await round.close();
    await database.drop();
    return (events * 1000) / took;
  };
  const read = async (): Promise<number> => {
    const round = new Scope();
    scope.defer(() => round.close());
    const module = 'parts/readProcess.js';
    const { child } = await forkPart(round, module, connectionString, String(events));
    child.send('go');
    const took = await nextMessage<number>(child);
    await round.close();
    return (events * 1000) / took;
  };
  const { first, second } = await alternate(
    run.count(3, 2),
    { name: 'projections', measure: project },
    { name: 'bare client', measure: read },
    run.sayRate,
  );
  return [rateFigure(catchUpLine, 'events/s', first, second, 0.4)];
}
