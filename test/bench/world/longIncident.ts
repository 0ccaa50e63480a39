import { randomUUID } from 'node:crypto';
import type { IncidentEvent } from '@tocsin/domain';
import type { EventStoreNode } from '../parts/eventStore.ts';
import { noted } from './incident.ts';
import { begin } from './incidentStory.ts';
import { appendRecorded, Recording } from './record.ts';

/** The events of a long incident. */
export const eventCount = 5_000;

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
export async function tellLongIncident({ client }: EventStoreNode): Promise<string> {
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
