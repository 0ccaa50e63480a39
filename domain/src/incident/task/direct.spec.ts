import { describe, expect, it } from 'vitest';
import { cityOf, profile } from '../../city.testkit.ts';
import {
  accepted,
  assigned,
  commander,
  confirmed,
  everyTaskStatus,
  fireLiaison,
  fireTask,
  given,
  objected,
  open,
  overdue,
  policeTask,
  reassigned,
  reported,
  resolved,
  type TaskIn,
  taskCancelled,
  taskIn,
} from '../../incident.testkit.ts';
import { dispatcher, later, now, person, recorded } from '../../specification.testkit.ts';
import type { IncidentEvent } from '../events.ts';
import type { NewTask, OneTaskCommand } from './commands.ts';

const task = fireTask.task;
const atWork: readonly TaskIn[] = [
  'assigned',
  'delivered',
  'seen',
  'accepted',
  'started',
  'returned',
];
const others = (...statuses: readonly TaskIn[]) =>
  everyTaskStatus.filter((status) => !statuses.includes(status));
const assign = (...tasks: NewTask[]) => ({ type: 'AssignTasks', data: { tasks } }) as const;
const emergency = {
  ...cityOf(profile),
  posture: 'emergency',
  deadlines: {
    ...profile.deadlines,
    escalation: [{ to: 'liaison', after: 15 } as const, { to: 'dutyOfficer', after: 60 } as const],
  },
} as const;

describe('[T12] deadlines that a task is given with', () => {
  it('count as a person states them, in seconds from now', () =>
    given(...open)
      .when(assign({ ...fireTask, acknowledgeWithin: 30, finishWithin: 2_592_000 }), {
        city: emergency,
      })
      .thenEvents({
        type: 'TaskAssigned',
        data: {
          ...fireTask,
          acknowledgeBy: later(30),
          finishBy: later(2_592_000),
          posture: 'emergency',
          escalateAfter: 15,
        },
      }));
  it('are multiplied by the posture’s factor where the profile or a plan says them', () => {
    const origin = { plan: 'p', version: 2, planTask: 'ventilate' };
    given(...open)
      .when(assign(policeTask, { ...fireTask, origin, acknowledgeWithin: 90 }), { city: emergency })
      .thenEvents(
        {
          type: 'TaskAssigned',
          data: {
            ...policeTask,
            acknowledgeBy: later(60),
            finishBy: later(1800),
            posture: 'emergency',
            escalateAfter: 15,
          },
        },
        {
          type: 'TaskAssigned',
          data: {
            ...fireTask,
            origin,
            acknowledgeBy: later(45),
            finishBy: later(1800),
            posture: 'emergency',
            escalateAfter: 15,
          },
        },
      );
  });
  it.each([
    [{ acknowledgeWithin: 29 }, 'outOfRange', 'acknowledgeWithin'],
    [{ acknowledgeWithin: 2_592_001 }, 'outOfRange', 'acknowledgeWithin'],
    [{ finishWithin: 29 }, 'outOfRange', 'finishWithin'],
    [{ finishWithin: 40.5 }, 'notANumber', 'finishWithin'],
    [{ acknowledgeWithin: 90, finishWithin: 60 }, 'deadlineOrder', 'finishWithin'],
  ] as const)('are refused: %j', (within, code, field) => {
    given(...open)
      .when(assign(policeTask, { ...fireTask, ...within }))
      .thenRejected(code, `tasks[1].${field}`);
    given(...taskIn.assigned)
      .when({ type: 'ReassignTask', data: { task, department: 'gas', reason: 'x', ...within } })
      .thenRejected(code, field);
  });
  it('are kept with the origin in the task', () => {
    const origin = { decision: 'd-1' };
    const state = given(...open, assigned({ ...fireTask, origin })).state;
    expect(state.tasks.get(task)).toMatchObject({ origin });
    given(...open)
      .when(assign({ ...fireTask, origin: { decision: '' } }))
      .thenRejected('required', 'tasks[0].origin.decision');
    given(...open)
      .when(assign({ ...fireTask, origin: { plan: 'p', version: 0.5, planTask: 'x' } }))
      .thenRejected('notANumber', 'tasks[0].origin.version');
    given(...open)
      .when(assign({ ...fireTask, origin: { plan: 'p', version: 1, planTask: '' } }))
      .thenRejected('required', 'tasks[0].origin.planTask');
  });
});

describe('[T8] reassigning', () => {
  const reassign = (department = 'gas', reason = 'Their pipe') =>
    ({ type: 'ReassignTask', data: { task, department, reason } }) as const;

  it.each([...atWork, 'objected'] as const)('gives a task that is %s to another', (status) => {
    const state = given(...taskIn[status])
      .when(reassign())
      .thenEvents(reassigned);
    expect(state.tasks.get(task)).toMatchObject({
      status: 'assigned',
      department: 'gas',
      part: 'lead',
      escalations: [],
    });
    for (const link of [
      'delivered',
      'seen',
      'accepted',
      'started',
      'done',
      'objection',
      'returned',
    ])
      expect(state.tasks.get(task)).not.toHaveProperty(link);
  });
  it.each(['done', 'verified', 'cancelled'] as const)('is refused when it is %s', (status) =>
    given(...taskIn[status])
      .when(reassign())
      .thenRejected('taskStatus', 'task'),
  );
  it('counts the deadlines anew and takes the overdue mark off', () => {
    const state = given(...taskIn.started, overdue)
      .when(
        { ...reassign(), data: { ...reassign().data, finishWithin: 600 } },
        { now: later(5000) },
      )
      .thenEvents({
        type: 'TaskReassigned',
        data: { ...reassigned.data, acknowledgeBy: later(5120), finishBy: later(5600) },
      } as IncidentEvent);
    expect(state.tasks.get(task)).not.toHaveProperty('overdue');
  });
  it('keeps who had it, and nobody of them closes the incident', () => {
    const { state } = given(...taskIn.accepted, reassigned);
    expect(state.tasks.get(task)?.formerly).toMatchObject([
      { department: 'fire', accepted: { by: fireLiaison }, until: { reason: 'Their pipe' } },
    ]);
    given(...taskIn.accepted, reassigned, taskCancelled, resolved)
      .when({ type: 'CloseIncident', data: { note: '' } }, { actor: fireLiaison })
      .thenRejected('handlerMayNotClose', 'incident', { name: fireLiaison.name });
    given(...taskIn.accepted, reassigned, taskCancelled, resolved)
      .when({ type: 'CloseIncident', data: { note: '' } }, { actor: commander })
      .thenEvents({ type: 'IncidentClosed', data: { note: '' } });
  });
  it('needs another department that takes tasks, a reason and an incident that is not over', () => {
    const start = given(...taskIn.assigned);
    start.when(reassign('fire')).thenRejected('sameDepartment', 'department');
    start.when(reassign('navy')).thenRejected('unknownDepartment', 'department');
    start.when(reassign('command-centre')).thenRejected('departmentTakesNoTasks', 'department');
    start.when(reassign('gas', '')).thenRejected('required', 'reason');
    start.when(reassign('gas', 'x'.repeat(4001))).thenRejected('tooLong', 'reason');
    start.when(reassign(), { city: undefined }).thenRejected('unknownCity', 'city');
    given(...taskIn.assigned, resolved)
      .when(reassign())
      .thenRejected('incidentStatus', 'incident', { status: 'resolved' });
  });
  it('is refused where the department has the very same task', () =>
    given(
      ...taskIn.assigned,
      assigned({ ...fireTask, task: 't-2', part: 'assist', department: 'gas' }),
    )
      .when(reassign())
      .thenRejected('departmentHasTask', 'department', { department: 'gas' }));
});

describe('[T9] upholding an objection', () => {
  const uphold = (next?: string) =>
    ({
      type: 'UpholdObjection',
      data: { task, note: 'Their pipe', ...(next === undefined ? {} : { next }) },
    }) as const;
  it('gives the task to the next department in the same step', () => {
    const state = given(...taskIn.objected)
      .when(uphold('gas'))
      .thenEvents(
        { type: 'ObjectionUpheld', data: { task, note: 'Their pipe', next: 'gas' } },
        reassigned,
      );
    expect(state.tasks.get(task)).toMatchObject({ status: 'assigned', department: 'gas' });
  });
  it('checks the next department', () => {
    given(...taskIn.objected)
      .when(uphold('navy'))
      .thenRejected('unknownDepartment', 'next');
    given(...taskIn.objected)
      .when(uphold('fire'))
      .thenRejected('sameDepartment', 'next');
    given(...taskIn.seen)
      .when(uphold('gas'))
      .thenRejected('taskStatus', 'task');
  });
});

describe('[T10] changing deadlines', () => {
  const change = (times: { acknowledgeBy?: string; finishBy?: string }, reason = 'Traffic') =>
    ({ type: 'ChangeTaskDeadlines', data: { task, ...times, reason } }) as const;

  it.each([...atWork, 'objected'] as const)('moves the finish of a task that is %s', (status) => {
    given(...taskIn[status])
      .when(change({ finishBy: later(7200) }))
      .thenEvents({
        type: 'TaskDeadlineChanged',
        data: { task, finishBy: later(7200), reason: 'Traffic' },
      });
  });
  it.each(others(...atWork, 'objected'))('is refused when it is %s', (status) =>
    given(...taskIn[status])
      .when(change({ finishBy: later(7200) }))
      .thenRejected('taskStatus', 'task'),
  );
  it('moves the time to answer only while nobody has, and escalates by it from the start', () => {
    const escalated: IncidentEvent = {
      type: 'TaskEscalated',
      data: { task, step: 1, to: 'liaison', deadline: later(120) },
    };
    const state = given(...taskIn.seen, escalated)
      .when(change({ acknowledgeBy: later(400) }), { city: emergency })
      .thenEvents({
        type: 'TaskDeadlineChanged',
        data: {
          task,
          acknowledgeBy: later(400),
          escalateAfter: 15,
          finishBy: later(3600),
          reason: 'Traffic',
        },
      });
    expect(state.tasks.get(task)).toMatchObject({ acknowledgeBy: later(400), escalations: [] });
    given(...taskIn.accepted)
      .when(change({ acknowledgeBy: later(400) }))
      .thenRejected('taskStatus', 'task', { wanted: 'assigned, delivered, seen' });
  });
  it('takes the overdue mark off with the deadline that it was for', () => {
    const later1 = {
      type: 'TaskDeadlineChanged',
      data: { task, finishBy: later(9000), reason: 'x' },
    };
    const same = {
      type: 'TaskDeadlineChanged',
      data: { task, finishBy: later(3600), reason: 'x' },
    };
    const { tasks } = given(...taskIn.started, overdue, later1 as IncidentEvent).state;
    expect(tasks.get(task)).not.toHaveProperty('overdue');
    const kept = given(...taskIn.started, overdue, same as IncidentEvent).state;
    expect(kept.tasks.get(task)).toMatchObject({ overdue: { deadline: later(3600) } });
  });
  it('says nothing about what is so already', () =>
    given(...taskIn.seen)
      .when(change({ acknowledgeBy: later(120), finishBy: later(3600) }))
      .thenNothing());
  it.each([
    [{}, 'required', 'finishBy'],
    [{ finishBy: 'noon' }, 'notATime', 'finishBy'],
    [{ finishBy: later(29) }, 'outOfRange', 'finishBy'],
    [{ finishBy: later(2_592_001) }, 'outOfRange', 'finishBy'],
    [{ acknowledgeBy: later(-1) }, 'outOfRange', 'acknowledgeBy'],
    [{ acknowledgeBy: later(3601) }, 'deadlineOrder', 'acknowledgeBy'],
    [{ finishBy: later(100) }, 'deadlineOrder', 'finishBy'],
  ] as const)('is refused: %j', (times, code, field) =>
    given(...taskIn.seen)
      .when(change(times))
      .thenRejected(code, field),
  );
  it('needs a reason', () =>
    given(...taskIn.seen)
      .when(change({ finishBy: later(7200) }, ' '))
      .thenRejected('required', 'reason'));
});

describe('[T11] urging [督办]', () => {
  const urge = (text = 'The mayor asks') => ({ type: 'UrgeTask', data: { task, text } }) as const;
  it.each(atWork)('is recorded with its text while the task is %s', (status) => {
    const state = given(...taskIn[status])
      .when(urge())
      .thenEvents({ type: 'TaskUrged', data: urge().data });
    expect(state.tasks.get(task)?.urges).toMatchObject([
      { text: 'The mayor asks', by: dispatcher },
    ]);
  });
  it.each(others(...atWork))('is refused when the task is %s', (status) =>
    given(...taskIn[status])
      .when(urge())
      .thenRejected('taskStatus', 'task'),
  );
  it('needs its text', () =>
    given(...taskIn.seen)
      .when(urge(''))
      .thenRejected('required', 'text'));
});

describe('[T13] overdue', () => {
  const record = (deadline = later(3600)) =>
    ({ type: 'RecordOverdue', data: { task, deadline } }) as const;
  it.each([...atWork, 'objected'] as const)('is recorded once a deadline from %s', (status) => {
    const state = given(...taskIn[status])
      .when(record())
      .thenEvents(overdue);
    expect(state.tasks.get(task)).toMatchObject({ overdue: { deadline: later(3600), at: now } });
    given(...taskIn[status], overdue)
      .when(record())
      .thenNothing();
  });
  it.each(others(...atWork, 'objected'))('is silent when the task is %s', (status) =>
    given(...taskIn[status])
      .when(record())
      .thenNothing(),
  );
  it('is silent about a deadline that no longer counts', () =>
    given(...taskIn.started)
      .when(record(later(10)))
      .thenNothing());
});

describe('[T14] transferring the lead', () => {
  const transfer = (to = policeTask.task, reason = 'Crowd first') =>
    ({ type: 'TransferLead', data: { task: to, reason } }) as const;
  const part = (of: string, now: 'lead' | 'assist') =>
    ({ type: 'TaskPartChanged', data: { task: of, part: now, reason: 'Crowd first' } }) as const;
  it('makes the one that led assist, in one step', () => {
    const state = given(...taskIn.started, assigned(policeTask))
      .when(transfer())
      .thenEvents(part(task, 'assist'), part(policeTask.task, 'lead'));
    expect(state.tasks.get(task)?.part).toBe('assist');
    expect(state.tasks.get(policeTask.task)?.part).toBe('lead');
  });
  it('needs no one before', () => {
    given(...open, assigned(policeTask))
      .when(transfer())
      .thenEvents(part(policeTask.task, 'lead'));
  });
  it('is nothing for the one that leads', () =>
    given(...taskIn.started)
      .when(transfer(task))
      .thenNothing());
  it.each(['verified', 'cancelled'] as const)('is refused for a task that is %s', (status) =>
    given(...taskIn[status])
      .when(transfer(task))
      .thenRejected('taskStatus', 'task'),
  );
  it('needs a reason', () =>
    given(...taskIn.started, assigned(policeTask))
      .when(transfer(policeTask.task, ''))
      .thenRejected('required', 'reason'));
});

it.each<OneTaskCommand>([
  { type: 'ReassignTask', data: { task: 'nowhere', department: 'gas', reason: 'x' } },
  { type: 'ChangeTaskDeadlines', data: { task: 'nowhere', reason: 'x' } },
  { type: 'UrgeTask', data: { task: 'nowhere', text: 'x' } },
  { type: 'TransferLead', data: { task: 'nowhere', reason: 'x' } },
  { type: 'RecordOverdue', data: { task: 'nowhere', deadline: now } },
])('$type is refused for a task that was never given', (command) =>
  given(...open)
    .when(command)
    .thenRejected('unknownTask', 'task'),
);

it('[T2] a task given to another department can be claimed there, and only once', () => {
  const gas = person('gas-liaison', 'gas');
  const claim = recorded<IncidentEvent>({ type: 'TaskAccepted', data: { task } }, { by: gas });
  given(reported, confirmed, assigned(), accepted, reassigned, claim)
    .when({ type: 'AcceptTask', data: { task } }, { actor: person('late', 'gas') })
    .thenRejected('taskClaimed', 'task', { name: gas.name });
  expect(
    given(...taskIn.objected, objected, reassigned, claim).state.tasks.get(task),
  ).toMatchObject({
    status: 'accepted',
    accepted: { by: gas },
  });
});
