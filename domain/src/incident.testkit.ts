import { city } from './city.testkit.ts';
import type { NewTask } from './incident/commands.ts';
import type { IncidentContext } from './incident/context.ts';
import { incidentDecider } from './incident/decide.ts';
import type { CommitmentEvent, IncidentEvent, TaskEvent } from './incident/events.ts';
import type { Recorded } from './metadata.ts';
import {
  dispatcher,
  later,
  now,
  person,
  recorded,
  specification,
} from './specification.testkit.ts';

type Event = IncidentEvent | Recorded<IncidentEvent>;
type Of<T extends IncidentEvent['type']> = Extract<IncidentEvent, { type: T }>;

export const context: IncidentContext = { now, actor: dispatcher, city };
export const { given } = specification(incidentDecider, context);

export const fireLiaison = person('fire-liaison', 'fire');
export const policeLiaison = person('police-liaison', 'police');
export const commander = person('commander');

export const call = {
  incident: 'i-1',
  city: 'xinghe',
  report: 'r-1',
  channel: 'phone',
  what: 'Smell of gas in the stairwell',
  place: { address: '1 River Road' },
  reporter: { name: 'Li Wei', phone: '13800000000' },
} as const;

export const reported: Of<'IncidentReported'> = {
  type: 'IncidentReported',
  data: { ...call, exercise: false },
};
export const confirmed: Of<'IncidentConfirmed'> = {
  type: 'IncidentConfirmed',
  data: { type: 'gas-leak', class: 'accidentDisaster', grade: 3, priority: 2 },
};
/** What comes with the confirmation: the type's first department is responsible. */
export const responsible: Of<'ResponsibilityAssigned'> = {
  type: 'ResponsibilityAssigned',
  data: {
    department: 'gas',
    reason: { zh: '“gas-leak 中文”的首要部门', en: 'First department of “gas-leak”' },
    overridden: false,
  },
};
export const open: readonly Event[] = [reported, confirmed];

export const fireTask: NewTask = {
  task: 't-fire',
  department: 'fire',
  part: 'lead',
  instruction: 'Measure and ventilate',
};
export const policeTask: NewTask = {
  task: 't-police',
  department: 'police',
  part: 'assist',
  instruction: 'Keep the street clear',
};

export const assigned = (task: NewTask = fireTask): Of<'TaskAssigned'> => ({
  type: 'TaskAssigned',
  data: { ...task, acknowledgeBy: later(120), finishBy: later(3600) },
});

const task = fireTask.task;
export const delivered: TaskEvent = { type: 'TaskDelivered', data: { task } };
export const seen: TaskEvent = { type: 'TaskSeen', data: { task } };
export const accepted = recorded<IncidentEvent>(
  { type: 'TaskAccepted', data: { task } },
  { by: fireLiaison },
);
export const objected: TaskEvent = { type: 'TaskObjected', data: { task, reason: 'Not ours' } };
export const started: TaskEvent = { type: 'TaskStarted', data: { task } };
export const finished = recorded<IncidentEvent>(
  { type: 'TaskFinished', data: { task, note: 'Air is clean' } },
  { by: fireLiaison },
);
export const returned: TaskEvent = { type: 'TaskReturned', data: { task, reason: 'Cellar?' } };
export const verified: TaskEvent = { type: 'TaskVerified', data: { task } };
export const reassigned: TaskEvent = {
  type: 'TaskReassigned',
  data: {
    task,
    from: 'fire',
    department: 'gas',
    reason: 'Their pipe',
    acknowledgeBy: later(120),
    finishBy: later(3600),
  },
};
export const overdue: TaskEvent = {
  type: 'TaskOverdue',
  data: { task, deadline: later(3600), to: ['dutyOfficer', 'commandCentre'] },
};
export const taskCancelled: TaskEvent = { type: 'TaskCancelled', data: { task, reason: 'Moot' } };

/** The incident with its one task in each status. */
export const taskIn = {
  assigned: [...open, assigned()],
  delivered: [...open, assigned(), delivered],
  seen: [...open, assigned(), delivered, seen],
  accepted: [...open, assigned(), delivered, seen, accepted],
  objected: [...open, assigned(), delivered, seen, objected],
  started: [...open, assigned(), delivered, seen, accepted, started],
  done: [...open, assigned(), delivered, seen, accepted, started, finished],
  returned: [...open, assigned(), delivered, seen, accepted, started, finished, returned],
  verified: [...open, assigned(), delivered, seen, accepted, started, finished, verified],
  cancelled: [...open, assigned(), taskCancelled],
} satisfies Record<string, readonly Event[]>;
export type TaskIn = keyof typeof taskIn;
export const everyTaskStatus = Object.keys(taskIn) as TaskIn[];

export const committed: Extract<CommitmentEvent, { type: 'UnitCommitted' }> = {
  type: 'UnitCommitted',
  data: {
    assignment: 'a-1',
    unit: 'xinghe.E1',
    callSign: 'E1',
    department: 'fire',
    stacked: false,
  },
};
export const cleared: CommitmentEvent = {
  type: 'UnitStageRecorded',
  data: { assignment: 'a-1', unit: 'xinghe.E1', stage: 'cleared' },
};
export const resolved = recorded<IncidentEvent>(
  { type: 'IncidentResolved', data: { summary: 'Leak closed' } },
  { by: dispatcher },
);
export const closed = recorded<IncidentEvent>(
  { type: 'IncidentClosed', data: { note: '' } },
  { by: commander },
);
export const contained: Of<'IncidentContained'> = { type: 'IncidentContained', data: {} };
export const cancelled: Of<'IncidentCancelled'> = {
  type: 'IncidentCancelled',
  data: { reason: 'false', note: 'Nobody there' },
};
export const merged: Of<'IncidentMerged'> = {
  type: 'IncidentMerged',
  data: {
    into: 'i-2',
    intoWhat: 'Gas alarm',
    merge: 1,
    what: call.what,
    reports: ['r-1'],
    reason: 'The same leak',
  },
};
