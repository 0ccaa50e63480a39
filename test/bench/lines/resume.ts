import { type Figure, memoryFigure, timeFigure } from '../figures.ts';
import type { Run } from '../options.ts';
import { startNode } from '../parts/eventStore.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { startGateway } from '../parts/gateway.ts';
import { startDatabases } from '../parts/postgres.ts';
import { projected, startProjections } from '../parts/projections.ts';
import { Scope } from '../scope.ts';
import { openBroadcast } from '../socket/broadcast.ts';
import { openScreens } from '../socket/screens.ts';
import { appoint } from '../world/appoint.ts';
import { type Audience, seat, seats } from '../world/audience.ts';
import { foundCity } from '../world/found.ts';
import { note, openIncidents } from '../world/incident.ts';
import { pace } from '../world/pace.ts';
import { commandMeta } from '../world/person.ts';

export const resumeLines = [
  '500 consoles current again after a gateway restart, all at once',
  'peak memory of the gateway meanwhile',
] as const;

const audiences: readonly Audience[] = [{ role: 'dispatcher', screens: 500 }];
const incidents = 200;
const commandsASecond = 100;
/** How long the load has run when the consoles come back, in seconds. */
const awaySeconds = 5;

/**
 * The gateway is stopped under a load and another one started; when it is up, all consoles come
 * back at once with their cursors while the load goes on. Against as many bare sockets that open
 * and get a message of as many bytes.
 */
export async function measureResume(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const folder = await temporaryFolder(scope);
  const node = await startNode(scope, folder);
  await foundCity(node.store);
  await appoint(node.store);
  const database = await (await startDatabases(scope, folder)).database('resume');
  const runner = startProjections(scope, folder, node.connectionString, database);
  const open = async () => {
    const own = new Scope();
    scope.defer(() => own.close());
    const gateway = await startGateway(own, folder, node.connectionString, database);
    return { gateway, close: () => own.close() };
  };
  let now = await open();
  const screens = await openScreens(scope, await seat(node.store, now.gateway, audiences));
  const ids = await openIncidents(node.store, incidents);
  const end = await node.store.lastPosition();
  if (end === undefined) throw new Error('the log is empty');
  await projected(database, runner, end, ['boards', 'policies']);
  const broadcast = await openBroadcast(scope);
  const bareScreens = await openScreens(scope, []);
  run.say('500 screens are open');

  const load = (seconds: number) =>
    pace(commandsASecond, seconds, async (number) => {
      await node.store.incident(ids[number % incidents] ?? '', note(), commandMeta());
    });
  const times: number[] = [];
  const limits: number[] = [];
  const peaks: number[] = [];
  for (let round = 1; round <= run.count(5, 2); round += 1) {
    await load(1);
    await now.close();
    await load(awaySeconds);
    now = await open();
    const loading = load(awaySeconds);
    const begun = performance.now();
    const bytes = await screens.resume(seats(now.gateway, audiences));
    times.push(performance.now() - begun);
    peaks.push(await now.gateway.peakMemory());
    await loading;
    const url = broadcast.address(`greeted?${bytes}`);
    const bare = Array.from({ length: 500 }, () => ({ group: 'screens', url, greeted: true }));
    const bareBegun = performance.now();
    await bareScreens.resume(bare);
    limits.push(performance.now() - bareBegun);
    run.say(
      `round ${round}: current in ${times.at(-1)?.toFixed(0)} ms, bare ${limits.at(-1)?.toFixed(0)} ms, peak ${Math.round((peaks.at(-1) ?? 0) / 1e6)} MB`,
    );
  }
  return [
    timeFigure(resumeLines[0], times, limits, null),
    memoryFigure(resumeLines[1], Math.max(...peaks), null),
  ];
}
