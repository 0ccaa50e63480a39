import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CityProfile } from '@tocsin/domain';
import { costFigure, type Figure } from '../figures.ts';
import type { Run } from '../options.ts';
import { type EventStoreNode, startNode } from '../parts/eventStore.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { type Gateway, startGateway } from '../parts/gateway.ts';
import { startDatabases } from '../parts/postgres.ts';
import { projected, startProjections } from '../parts/projections.ts';
import type { Frame } from '../parts/screenRecords.ts';
import type { Scope } from '../scope.ts';
import { type Broadcast, openBroadcast } from '../socket/broadcast.ts';
import { openScreens, type Screens } from '../socket/screens.ts';
import { appoint } from '../world/appoint.ts';
import { type Audience, seat } from '../world/audience.ts';
import { profile } from '../world/city.ts';
import { foundCity } from '../world/found.ts';
import { noted, reported } from '../world/incident.ts';
import { pace } from '../world/pace.ts';
import { appendRecorded, Recording } from '../world/record.ts';

export const fanOutLine = 'CPU of the gateway a row delivered, 500 consoles on one board';
export const fanOutMixedLine = 'the same, 500 consoles of 12 departments and 3 roles';

const commandsASecond = 100;
/** They take turns, so that a row rarely changes twice in a batch. */
const incidents = 120;
const restMs = 5_000;

/** The bench's city with twelve departments that take tasks. */
const wide: CityProfile = {
  ...profile,
  departments: [
    ...profile.departments,
    ...Array.from({ length: 9 }, (_, at) => ({
      id: `department-${at + 1}`,
      name: { en: `Department ${at + 1}`, zh: `第${at + 1}部门` },
      takesTasks: true,
    })),
  ],
};
const departments = wide.departments.filter(({ takesTasks }) => takesTasks).map(({ id }) => id);

interface Open {
  readonly recording: Recording;
  readonly task: string;
}

/** An incident with one task under way, so that a note is a row and progress on the task is two. */
async function openIncident({ client }: EventStoreNode, number: number): Promise<Open> {
  const id = randomUUID();
  const task = randomUUID();
  const department = departments[number % departments.length] ?? 'fire';
  const recording = new Recording(`incident-${id}`);
  const soon = new Date(Date.now() + 36_000_000).toISOString();
  recording.add(reported(id, number + 1));
  recording.add({
    type: 'IncidentConfirmed',
    data: { type: 'gas-leak', class: 'accidentDisaster', grade: 3, priority: 2 },
  });
  const instruction = 'Go to the place, make it safe, and report what was found.';
  const deadlines = { acknowledgeBy: soon, finishBy: soon };
  recording.add({
    type: 'TaskAssigned',
    data: { task, department, part: 'lead', instruction, ...deadlines },
  });
  for (const type of ['TaskDelivered', 'TaskSeen', 'TaskAccepted', 'TaskStarted'] as const)
    recording.add({ type, data: { task } });
  await appendRecorded(client, recording);
  return { recording, task };
}

interface Cost {
  /** Microseconds of processor time a row and screen. */
  readonly perRow: number;
  readonly frames: readonly Frame[];
}

interface Watched {
  readonly gateway: Gateway;
  readonly screens: Screens;
  readonly load: () => Promise<void>;
}

/** What the gateway uses while the load runs, less what it uses as long without one. */
async function costOfGateway({ gateway, screens, load }: Watched): Promise<Cost> {
  const resting = await gateway.cpu();
  await sleep(restMs);
  const before = await gateway.cpu();
  const idle = (before - resting) / restMs;
  await screens.begin();
  const begun = performance.now();
  await load();
  await sleep(500);
  const lasted = performance.now() - begun;
  const used = (await gateway.cpu()) - before - idle * lasted;
  const { rows, frames } = await screens.end();
  return { perRow: used / rows, frames };
}

/** What the bare server uses to send the same to as many. */
async function costOfBroadcast(
  broadcast: Broadcast,
  screens: Screens,
  frames: readonly Frame[],
): Promise<number> {
  await screens.begin();
  const used = await broadcast.replay(frames);
  const { rows } = await screens.end();
  return used / rows;
}

async function measure(
  scope: Scope,
  run: Run,
  line: string,
  audiences: readonly Audience[],
  goal: number,
): Promise<readonly Figure[]> {
  const folder = await temporaryFolder(scope);
  const node = await startNode(scope, folder);
  await foundCity(node.store, wide);
  await appoint(node.store);
  const database = await (await startDatabases(scope, folder)).database('fan_out');
  const runner = startProjections(scope, folder, node.connectionString, database);
  const gateway = await startGateway(scope, folder, node.connectionString, database);
  const seats = await seat(node.store, gateway, audiences);
  const open = await Promise.all(
    Array.from({ length: incidents }, (_, number) => openIncident(node, number)),
  );
  const end = await node.store.lastPosition();
  if (end === undefined) throw new Error('the log is empty');
  await projected(database, runner, end, ['boards']);
  const screens = await openScreens(scope, seats);
  const broadcast = await openBroadcast(scope);
  const bare = seats.map(({ group }) => ({ group, url: broadcast.address(group) }));
  const bareScreens = await openScreens(scope, bare);
  run.say(`${seats.length} screens are open`);
  const load = (seconds: number) =>
    pace(commandsASecond, seconds, async (number) => {
      const one = open[number % incidents];
      if (!one) throw new Error('there is no such incident');
      const note = 'Two of the shops are cleared; the street is closed.';
      const data = { task: one.task, note };
      one.recording.add(number % 2 ? { type: 'TaskProgressed', data } : noted());
      await appendRecorded(node.client, one.recording);
    });
  await load(3);
  const costs = { gateway: [] as number[], bare: [] as number[] };
  for (let round = 1; round <= run.count(3, 1); round += 1) {
    const watched = { gateway, screens, load: () => load(run.count(20, 5)) };
    const { perRow, frames } = await costOfGateway(watched);
    const least = await costOfBroadcast(broadcast, bareScreens, frames);
    costs.gateway.push(perRow);
    costs.bare.push(least);
    run.say(
      `round ${round}: ${perRow.toFixed(2)} µs a row, bare ${least.toFixed(2)} µs; ${frames.length} messages`,
    );
  }
  return [costFigure(line, 'µs/row', costs.gateway, costs.bare, goal)];
}

/** Everybody looks at the same board. */
export const measureFanOut = (scope: Scope, run: Run): Promise<readonly Figure[]> =>
  measure(scope, run, fanOutLine, [{ role: 'dispatcher', screens: 500 }], 1.5);

/** Dispatchers and commanders with the incidents, the liaisons of each department with its tasks. */
export const measureFanOutMixed = (scope: Scope, run: Run): Promise<readonly Figure[]> =>
  measure(
    scope,
    run,
    fanOutMixedLine,
    [
      { role: 'dispatcher', screens: 100 },
      { role: 'commander', screens: 40 },
      ...departments.map((department) => ({ role: 'liaison' as const, department, screens: 30 })),
    ],
    2,
  );
