import {
  type Incident,
  incidentDecider,
  isCommitted,
  isOpenTask,
  type LogEvent,
  type Task,
} from '@tocsin/domain';
import { type Log, streamsOf } from './readLog.ts';

type IncidentLogEvent = Parameters<typeof incidentDecider.evolve>[1];

/** [T1] From which statuses an event on a task may come. */
const before: Readonly<Record<string, readonly Task['status'][]>> = {
  TaskDelivered: ['assigned'],
  TaskSeen: ['delivered'],
  TaskAccepted: ['seen'],
  TaskObjected: ['seen'],
  ObjectionUpheld: ['objected'],
  ObjectionRejected: ['objected'],
  TaskStarted: ['accepted', 'returned'],
  TaskFinished: ['started'],
  TaskReturned: ['done'],
  TaskVerified: ['done'],
  TaskEscalated: ['assigned', 'delivered', 'seen'],
};

function taskFault(incident: Incident, { type, data }: LogEvent): string | undefined {
  const allowed = before[type];
  if (!allowed || !('task' in data)) return undefined;
  const status = incident.tasks.get(data.task ?? '')?.status;
  return status && allowed.includes(status) ? undefined : `[T1] ${type} of a task ${status}`;
}

/** [T7] After the event: one lead at most, and no department with the very same task twice. */
function assignmentFault(incident: Incident): string | undefined {
  const open = [...incident.tasks.values()].filter(isOpenTask);
  const same = open.map(({ department, instruction, origin }) =>
    JSON.stringify([department, instruction, origin ?? null]),
  );
  if (new Set(same).size !== same.length) return '[T7] a department has a task twice';
  const leads = open.filter(({ part }) => part === 'lead');
  return leads.length > 1 ? '[T7] two tasks lead' : undefined;
}

/** [T6] Before the event that closes. */
function closingFault(incident: Incident, by: string): string | undefined {
  const tasks = [...incident.tasks.values()];
  if (tasks.some(isOpenTask)) return '[T6] closed with an open task';
  if ([...incident.commitments.values()].some(isCommitted)) return '[T6] closed with a unit out';
  const handlers = [
    incident.resolved?.by.id,
    ...tasks
      .flatMap((task) => [task, ...task.formerly])
      .flatMap(({ accepted, started, done }) => [accepted?.by.id, started?.by.id, done?.by.id]),
  ];
  return handlers.includes(by) ? '[T6] closed by one who handled it' : undefined;
}

/** [T3] Each link of the chain names somebody and comes after the one before. */
function evidenceFault(task: Task): string | undefined {
  const links = [task.assigned, task.delivered, task.seen, task.accepted];
  const there = links.filter((link) => link !== undefined);
  if (there.some(({ by }) => by.id === '')) return '[T3] a link names nobody';
  const times = there.map(({ recordedAt }) => recordedAt);
  const ordered = times.every((time, at) => at === 0 || time >= (times[at - 1] ?? ''));
  return ordered ? undefined : '[T3] a link is out of order';
}

/** Everything that may never be in an incident's record, event by event. */
export function incidentFaults(log: Log): string[] {
  const faults: string[] = [];
  for (const [id, events] of streamsOf(log, 'incident')) {
    let incident = incidentDecider.initial;
    for (const event of events) {
      const found = [
        taskFault(incident, event),
        event.type === 'IncidentClosed' ? closingFault(incident, event.meta.actor.id) : undefined,
      ];
      incident = incidentDecider.evolve(incident, event as IncidentLogEvent);
      if (event.type === 'TaskAssigned' || event.type === 'TaskReassigned')
        found.push(assignmentFault(incident));
      for (const fault of found) if (fault) faults.push(`${id}@${event.revision}: ${fault}`);
    }
    for (const task of incident.tasks.values()) {
      const fault = evidenceFault(task);
      if (fault) faults.push(`${id}: ${fault}`);
    }
  }
  return faults;
}
