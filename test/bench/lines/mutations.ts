import { type Figure, rateFigure } from '../figures.ts';
import { HttpConnection } from '../http/connection.ts';
import { acceptedRevision, addNoteRequest } from '../http/mutation.ts';
import type { Run } from '../options.ts';
import { startNode } from '../parts/eventStore.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { type Gateway, startGateway } from '../parts/gateway.ts';
import { startDatabases } from '../parts/postgres.ts';
import { projected, startProjections } from '../parts/projections.ts';
import { alternate, inFlight, rateInFlight } from '../rounds.ts';
import { Scope } from '../scope.ts';
import { appoint } from '../world/appoint.ts';
import { foundCity } from '../world/found.ts';
import { openIncidents } from '../world/incident.ts';
import { itemOf, streamCount, streamsEach } from '../world/shape.ts';
import { rateOfCommands } from './commands.ts';

export const mutationsLine = 'mutation over HTTP, signed in, 64 in flight';

/** Sends what is ready on 64 kept connections; throws when any command was not accepted. */
async function sendAll(
  gateway: Gateway,
  incidents: readonly string[],
  turns: number,
): Promise<number> {
  const scope = new Scope();
  try {
    const requests = Array.from({ length: inFlight * turns }, (_, at) =>
      addNoteRequest(gateway.token, itemOf(incidents, Math.floor(at / turns), at % turns)),
    );
    const opened = Array.from({ length: inFlight }, () => HttpConnection.open(gateway.port));
    const connections = await Promise.all(opened);
    for (const connection of connections) scope.defer(() => connection.close());
    const failures: string[] = [];
    const rate = await rateInFlight(turns, async (worker, turn) => {
      const bytes = requests[worker * turns + turn];
      const connection = connections[worker];
      if (!bytes || !connection) throw new Error('there are fewer requests than turns');
      const body = await connection.send(bytes);
      if (acceptedRevision(body) === undefined) failures.push(body);
    });
    if (failures.length > 0)
      throw new Error(`${failures.length} mutations were not accepted, the first: ${failures[0]}`);
    return rate;
  } finally {
    await scope.close();
  }
}

/** A mutation over HTTP against `handleCommand` in this process, on one log. */
export async function measureMutations(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const folder = await temporaryFolder(scope);
  const node = await startNode(scope, folder);
  await foundCity(node.store);
  await appoint(node.store);
  const databases = await startDatabases(scope, folder);
  const database = await databases.database('mutations');
  const end = await node.store.lastPosition();
  if (end === undefined) throw new Error('the log is empty');
  const runner = startProjections(scope, folder, node.connectionString, database);
  await projected(database, runner, end, ['boards']);
  await runner.stop();
  const gateway = await startGateway(scope, folder, node.connectionString, database);
  const turns = run.count(128, 32);
  const mutations = async (): Promise<number> => {
    const incidents = await openIncidents(node.store, streamCount);
    // The gateway reads each incident once; from then on it has it at hand.
    await sendAll(gateway, incidents, streamsEach);
    return sendAll(gateway, incidents, turns);
  };
  const commands = () => rateOfCommands(node, turns * 2);
  await mutations();
  await commands();
  const { first, second } = await alternate(
    run.count(7, 3),
    { name: 'mutation over HTTP', measure: mutations },
    { name: 'handleCommand', measure: commands },
    run.sayRate,
  );
  return [rateFigure(mutationsLine, 'commands/s', first, second, 0.4)];
}
