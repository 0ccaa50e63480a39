import { randomUUID } from 'node:crypto';
import { type Figure, rateFigure } from '../figures.ts';
import type { Run } from '../options.ts';
import { type EventStoreNode, startNode } from '../parts/eventStore.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { alternate, inFlight, rateInFlight } from '../rounds.ts';
import type { Scope } from '../scope.ts';
import { profile } from '../world/city.ts';
import { foundCity } from '../world/found.ts';
import { openIncidents } from '../world/incident.ts';
import { assertAccepted, commandMeta } from '../world/person.ts';

export const hotIncidentLine = 'one incident of 200 tasks against separate ones, 64 in flight';

/** Given at once at the most. */
const atOnce = 50;

/** Gives an incident so many tasks; their ids. */
async function giveTasks(
  { store }: EventStoreNode,
  incident: string,
  count: number,
): Promise<readonly string[]> {
  const departments = profile.departments.filter(({ takesTasks }) => takesTasks);
  const all = Array.from({ length: count }, (_, at) => ({
    task: randomUUID(),
    department: departments[at % departments.length]?.id ?? '',
    part: 'assist' as const,
    instruction: `Search block ${at} and report what was found there.`,
  }));
  for (let from = 0; from < count; from += atOnce) {
    const data = { tasks: all.slice(from, from + atOnce) };
    assertAccepted(await store.incident(incident, { type: 'AssignTasks', data }, commandMeta()));
  }
  return all.map(({ task }) => task);
}

/** Each worker reports progress on tasks of its own, in the incidents given. The rate a second. */
async function rateOfReports(
  node: EventStoreNode,
  incidents: readonly string[],
  tasksEach: number,
  turns: number,
): Promise<number> {
  const { store } = node;
  const places = await Promise.all(
    incidents.map(async (incident) => {
      const type = profile.types[0]?.id ?? '';
      const confirm = { type: 'ConfirmIncident' as const, data: { type } };
      assertAccepted(await store.incident(incident, confirm, commandMeta()));
      const tasks = await giveTasks(node, incident, tasksEach);
      return tasks.map((task) => ({ incident, task }));
    }),
  );
  const own = places.flat();
  for (const { incident, task } of own)
    assertAccepted(
      await store.incident(incident, { type: 'AcceptTask', data: { task } }, commandMeta()),
    );
  return rateInFlight(turns, async (worker, turn) => {
    const place = own[(worker + (turn % 3) * inFlight) % own.length];
    if (!place) throw new Error('there are no tasks');
    const data = { task: place.task, note: 'Another block is searched; nobody was found in it.' };
    const command = { type: 'ReportProgress' as const, data };
    assertAccepted(await store.incident(place.incident, command, commandMeta()));
  });
}

/** The same commands on one large incident and on as many incidents as there are workers. */
export async function measureHotIncident(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const node = await startNode(scope, await temporaryFolder(scope));
  await foundCity(node.store);
  const turns = run.count(64, 16);
  const hot = async () => rateOfReports(node, await openIncidents(node.store, 1), 200, turns);
  const apart = async () =>
    rateOfReports(node, await openIncidents(node.store, inFlight), 3, turns);
  await apart();
  await hot();
  run.say(`${turns * inFlight} progress notes a round`);
  const { first, second } = await alternate(
    run.count(7, 3),
    { name: 'one incident', measure: hot },
    { name: 'separate incidents', measure: apart },
    run.sayRate,
  );
  return [rateFigure(hotIncidentLine, 'commands/s', first, second, 0.3)];
}
