import { randomUUID } from 'node:crypto';
import type { Actor, IncidentEvent } from '@tocsin/domain';
import { profile } from './city.ts';
import { noted, reported } from './incident.ts';
import { dispatcher } from './person.ts';
import type { Recording } from './record.ts';
import { sendUnit, type UnitStream } from './unitStory.ts';

const hours = (count: number): string => new Date(Date.now() + count * 3_600_000).toISOString();

const liaison = (department: string): Actor => ({
  kind: 'person',
  id: `liaison-${department}`,
  name: `Liaison of ${department}`,
  role: 'liaison',
  department,
  console: 'console-2',
});
const commander: Actor = { ...dispatcher, id: 'commander', name: 'Commander', role: 'commander' };

export interface GivenTask {
  readonly task: string;
  readonly department: string;
}

const confirmed = (): IncidentEvent => ({
  type: 'IncidentConfirmed',
  data: { type: 'gas-leak', class: 'accidentDisaster', grade: 3, priority: 2 },
});

function assigned({ task, department }: GivenTask): IncidentEvent {
  const part = department === 'gas' ? 'lead' : 'assist';
  const instruction = 'Go to the place, make it safe, and report what was found.';
  return {
    type: 'TaskAssigned',
    data: { task, department, part, instruction, acknowledgeBy: hours(10), finishBy: hours(20) },
  };
}

/** Reports and confirms an incident and gives a task to each department that takes them. */
export function begin(recording: Recording, id: string, number: number): readonly GivenTask[] {
  recording.add(reported(id, number));
  recording.add(confirmed());
  const tasks = profile.departments
    .filter(({ takesTasks }) => takesTasks)
    .map(({ id: department }) => ({ task: randomUUID(), department }));
  for (const task of tasks) recording.add(assigned(task));
  return tasks;
}

/** A whole incident, some 36 events; one that is left open ends when its tasks are under way. */
export function tellIncident(
  recording: Recording,
  id: string,
  number: number,
  units: readonly UnitStream[],
  leftOpen: boolean,
): void {
  const tasks = begin(recording, id, number);
  for (const { task, department } of tasks) {
    const actor = liaison(department);
    recording.add({ type: 'TaskDelivered', data: { task } }, { actor });
    recording.add({ type: 'TaskSeen', data: { task } }, { actor });
    recording.add({ type: 'TaskAccepted', data: { task } }, { actor });
  }
  recording.add(noted());
  for (const unit of units) sendUnit(recording, id, unit);
  for (const { task, department } of tasks)
    recording.add({ type: 'TaskStarted', data: { task } }, { actor: liaison(department) });
  recording.add(noted());
  if (leftOpen) return;
  for (const { task, department } of tasks) {
    const data = { task, note: 'Done; the place is safe.' };
    recording.add({ type: 'TaskFinished', data }, { actor: liaison(department) });
    recording.add({ type: 'TaskVerified', data: { task } });
  }
  recording.add(noted());
  recording.add({ type: 'IncidentResolved', data: { summary: 'The leak is closed.' } });
  recording.add({ type: 'IncidentClosed', data: { note: 'Checked.' } }, { actor: commander });
}
