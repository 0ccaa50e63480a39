import { randomUUID } from 'node:crypto';
import type { IncidentEvent } from '@tocsin/domain';
import { openStore } from '@tocsin/domain/store';
import { type Figure, rateFigure } from '../figures.ts';
import type { Run } from '../options.ts';
import { type EventStoreNode, startNode } from '../parts/eventStore.ts';
import { temporaryFolder } from '../parts/folder.ts';
import { alternate } from '../rounds.ts';
import type { Scope } from '../scope.ts';
import { foundCity } from '../world/found.ts';
import { noted } from '../world/incident.ts';
import { begin } from '../world/incidentStory.ts';
import { appendRecorded, Recording } from '../world/record.ts';

export const longIncidentLine = 'load an incident of 5,000 events against reading its stream';

const eventCount = 5_000;

const taskCount = 400;

/** The events of one task, given by hand: more of them than an incident's beginning gives. */
function taskEvents(number: number): readonly IncidentEvent[] {
  const task = randomUUID();
  const at = new Date(Date.now() + 36_000_000).toISOString();
  const instruction = `Search block ${number} and report what was found there.`;
  const given = { task, department: 'gas', part: 'assist' as const, instruction };
  return [
    { type: 'TaskAssigned', data: { ...given, acknowledgeBy: at, finishBy: at } },
    { type: 'TaskDelivered', data: { task } },
    { type: 'TaskSeen', data: { task } },
    { type: 'TaskAccepted', data: { task } },
    { type: 'TaskStarted', data: { task } },
    { type: 'TaskProgressed', data: { task, note: 'Half of it is searched.' } },
    { type: 'TaskFinished', data: { task, note: 'Nobody was found.' } },
    { type: 'TaskVerified', data: { task } },
  ];
}

/** An incident of 5,000 events, the tasks' steps among the notes; its id. */
async function tellLongIncident({ client }: EventStoreNode): Promise<string> {
  const id = randomUUID();
  const recording = new Recording(`incident-${id}`);
  begin(recording, id, 1);
  await appendRecorded(client, recording);
  const steps = Array.from({ length: taskCount }, (_, number) => taskEvents(number)).flat();
  for (let length = recording.length; length < eventCount; length += 1) {
    recording.add((length % 3 === 0 ? undefined : steps.shift()) ?? noted());
    if (length % 500 === 0) await appendRecorded(client, recording);
  }
  await appendRecorded(client, recording);
  return id;
}

/** A store that has nothing at hand loads the incident. Events a second. */
async function rateOfLoading(node: EventStoreNode, id: string, times: number): Promise<number> {
  let spent = 0;
  for (let turn = 0; turn < times; turn += 1) {
    const store = await openStore(node.connectionString);
    const begun = performance.now();
    const read = await store.readIncident(id);
    spent += performance.now() - begun;
    await store.close();
    if (Number(read?.revision) !== eventCount - 1) throw new Error('the incident is not whole');
  }
  return (eventCount * times * 1000) / spent;
}

/** The bare client reads the same stream on a connection as new. Events a second. */
async function rateOfReading(node: EventStoreNode, id: string, times: number): Promise<number> {
  let spent = 0;
  for (let turn = 0; turn < times; turn += 1) {
    const { client, close } = await node.another();
    const begun = performance.now();
    let count = 0;
    for await (const { event } of client.readStream(`incident-${id}`)) if (event) count += 1;
    spent += performance.now() - begun;
    await close();
    if (count !== eventCount) throw new Error('the stream is not whole');
  }
  return (eventCount * times * 1000) / spent;
}

export async function measureLongIncident(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const node = await startNode(scope, await temporaryFolder(scope));
  await foundCity(node.store);
  const id = await tellLongIncident(node);
  const times = run.count(5, 2);
  const loading = () => rateOfLoading(node, id, times);
  const reading = () => rateOfReading(node, id, times);
  await reading();
  await loading();
  const { first, second } = await alternate(
    run.count(7, 3),
    { name: 'load the incident', measure: loading },
    { name: 'read the stream', measure: reading },
    run.sayRate,
  );
  return [rateFigure(longIncidentLine, 'events/s', first, second, 0.6)];
}
