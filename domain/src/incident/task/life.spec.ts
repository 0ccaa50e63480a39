import { describe, expect, it } from 'vitest';
import { cityOf, profile } from '../../city.testkit.ts';
import {
  accepted,
  assigned,
  cancelled,
  closed,
  delivered,
  everyTaskStatus,
  fireLiaison,
  fireTask,
  given,
  objected,
  open,
  policeTask,
  reported,
  resolved,
  seen,
  type TaskIn,
  taskCancelled,
  taskIn,
} from '../../incident.testkit.ts';
import { later, now, person, recorded } from '../../specification.testkit.ts';
import type { IncidentCommand, NewTask } from '../commands.ts';
import type { IncidentEvent } from '../events.ts';

const task = fireTask.task;
const acceptance = { type: 'TaskAccepted', data: { task } } as const;
const assign = (...tasks: NewTask[]) => ({ type: 'AssignTasks', data: { tasks } }) as const;

describe('assigning', () => {
  it('[T4] gives every task the deadlines of the incident’s priority, counted from now', () =>
    given(...open)
      .when(assign(fireTask, policeTask))
      .thenEvents(assigned(fireTask), assigned(policeTask)));
  it('[T4] counts from when it is recorded, not from when it happened', () => {
    const late = open.map((event) =>
      recorded(
        'meta' in event ? ({ type: event.type, data: event.data } as IncidentEvent) : event,
        { at: later(-9000) },
      ),
    );
    given(...late)
      .when(assign(fireTask), { now: later(10) })
      .thenEvents({
        type: 'TaskAssigned',
        data: { ...fireTask, acknowledgeBy: later(130), finishBy: later(3610) },
      });
  });
  it.each([
    [1, 60, 1800],
    [4, 600, 14_400],
  ] as const)('[T4] goes by priority %i', (priority, acknowledge, finish) => {
    given(reported, {
      type: 'IncidentConfirmed',
      data: { type: 'gas-leak', class: 'accidentDisaster', grade: 4, priority },
    })
      .when(assign(fireTask))
      .thenEvents({
        type: 'TaskAssigned',
        data: { ...fireTask, acknowledgeBy: later(acknowledge), finishBy: later(finish) },
      });
  });
  it('is refused before the confirmation and after the end', () => {
    given(reported).when(assign(fireTask)).thenRejected('incidentStatus', 'incident');
    for (const end of [resolved, cancelled])
      given(...open, end)
        .when(assign(fireTask))
        .thenRejected('incidentStatus', 'incident');
    given(...open, resolved, closed)
      .when(assign(fireTask))
      .thenRejected('incidentStatus', 'incident', { status: 'closed' });
  });
  it('needs one to sixty-four tasks, and the city', () => {
    given(...open)
      .when(assign())
      .thenRejected('required', 'tasks');
    const many = Array.from({ length: 65 }, (_, index) => ({ ...fireTask, task: `t-${index}` }));
    given(...open)
      .when(assign(...many))
      .thenRejected('tooMany', 'tasks', { max: 64 });
    given(...open)
      .when(assign(fireTask), { city: undefined })
      .thenRejected('unknownCity', 'city');
  });
  it('names the department that is unknown or takes no tasks', () => {
    given(...open)
      .when(assign(policeTask, { ...fireTask, department: 'navy' }))
      .thenRejected('unknownDepartment', 'tasks[1].department', { department: 'navy' });
    given(...open)
      .when(assign({ ...fireTask, department: 'command-centre' }))
      .thenRejected('departmentTakesNoTasks', 'tasks[0].department');
  });
  it('refuses an unknown part and an empty or oversized instruction', () => {
    given(...open)
      .when(assign({ ...fireTask, part: 'boss' as 'lead' }))
      .thenRejected('notOneOf', 'tasks[0].part');
    given(...open)
      .when(assign({ ...fireTask, instruction: '' }))
      .thenRejected('required', 'tasks[0].instruction');
    given(...open)
      .when(assign({ ...fireTask, instruction: 'x'.repeat(20_480) }))
      .thenRejected('tooLong', 'tasks[0].instruction', { max: 4000, length: 20_480 });
  });
  it('refuses a task id that is taken, also within the command', () => {
    given(...taskIn.verified)
      .when(assign({ ...fireTask, department: 'gas' }))
      .thenRejected('alreadyExists', 'tasks[0].task');
    given(...open)
      .when(assign(fireTask, { ...policeTask, task }))
      .thenRejected('alreadyExists', 'tasks[1].task');
  });
  it('[T7] refuses the very same task for a department, also within the command', () => {
    given(...taskIn.done)
      .when(assign({ ...fireTask, task: 't-2', part: 'assist' }))
      .thenRejected('departmentHasTask', 'tasks[0].department', { department: 'fire' });
    given(...open)
      .when(
        assign(policeTask, { ...policeTask, task: 't-2', instruction: ' Keep the street clear' }),
      )
      .thenRejected('departmentHasTask', 'tasks[1].department');
  });
  it('[T7] gives a department further tasks that ask for something else or come of something else', () => {
    const cellar = { ...fireTask, task: 't-2', part: 'assist', instruction: 'The cellar' } as const;
    const decided = {
      ...fireTask,
      task: 't-3',
      part: 'assist',
      origin: { decision: 'd-1' },
    } as const;
    given(...taskIn.assigned)
      .when(assign(cellar, decided))
      .thenEvents(assigned(cellar), assigned(decided));
  });
  it('[T7] gives the very same task where it is asked for again', () => {
    const same = { ...fireTask, task: 't-2', part: 'assist' } as const;
    given(...taskIn.assigned)
      .when(assign({ ...same, again: true }))
      .thenEvents(assigned(same));
  });
  it('[T7] gives the department another one after the first is over', () => {
    const again = { ...fireTask, task: 't-2' };
    for (const over of [taskIn.verified, taskIn.cancelled])
      given(...over)
        .when(assign(again))
        .thenEvents(assigned(again));
  });
  it('[T7] knows one lead at a time, and says who leads', () => {
    given(...taskIn.assigned)
      .when(assign({ ...policeTask, part: 'lead' }))
      .thenRejected('leadTaken', 'tasks[0].part', { department: 'fire' });
    given(...open)
      .when(assign(fireTask, { ...policeTask, part: 'lead' }))
      .thenRejected('leadTaken', 'tasks[1].part', { department: 'fire' });
  });
});

type TaskCommand = Extract<IncidentCommand, { data: { task: string } }>;
const steps: Record<string, { command: TaskCommand; from: readonly TaskIn[]; to: TaskIn }> = {
  accept: {
    command: { type: 'AcceptTask', data: { task } },
    from: ['assigned', 'delivered', 'seen'],
    to: 'accepted',
  },
  object: {
    command: { type: 'ObjectToTask', data: { task, reason: 'Not ours' } },
    from: ['assigned', 'delivered', 'seen'],
    to: 'objected',
  },
  uphold: {
    command: { type: 'UpholdObjection', data: { task, note: 'Right' } },
    from: ['objected'],
    to: 'cancelled',
  },
  rejectObjection: {
    command: { type: 'RejectObjection', data: { task, reason: 'It is yours' } },
    from: ['objected'],
    to: 'assigned',
  },
  start: {
    command: { type: 'StartTask', data: { task } },
    from: ['accepted', 'returned'],
    to: 'started',
  },
  finish: {
    command: { type: 'FinishTask', data: { task, note: 'Air is clean' } },
    from: ['started'],
    to: 'done',
  },
  return: {
    command: { type: 'ReturnTask', data: { task, reason: 'Cellar?' } },
    from: ['done'],
    to: 'returned',
  },
  verify: { command: { type: 'VerifyTask', data: { task } }, from: ['done'], to: 'verified' },
  cancel: {
    command: { type: 'CancelTask', data: { task, reason: 'Moot' } },
    from: everyTaskStatus.filter((status) => status !== 'verified' && status !== 'cancelled'),
    to: 'cancelled',
  },
};

describe.each(Object.entries(steps))('[T1] %s', (_, { command, from, to }) => {
  it.each(from)(`leads from %s to ${to}`, (status) => {
    const { decided } = given(...taskIn[status]).when(command);
    const events = decided as readonly IncidentEvent[];
    expect(given(...taskIn[status], ...events).state.tasks.get(task)?.status).toBe(to);
  });
  it.each(everyTaskStatus.filter((status) => !from.includes(status)))(
    'is refused from %s',
    (status) => {
      const code = taskIn[status].includes(accepted) && to !== 'cancelled' && from.includes('seen');
      given(...taskIn[status])
        .when(command)
        .thenRejected(code ? 'taskClaimed' : 'taskStatus', 'task');
    },
  );
  it('is refused for a task that was never given', () =>
    given(...open)
      .when({ ...command, data: { ...command.data, task: 'nowhere' } } as TaskCommand)
      .thenRejected('unknownTask', 'task', { task: 'nowhere' }));
  const text = (['reason', 'note'] as const).find((field) => field in command.data);
  if (text === undefined) return;
  it('needs its text, without control characters', () => {
    const events = taskIn[from[0] ?? 'assigned'];
    for (const [value, code] of [
      ['', 'required'],
      ['\u202eevil', 'controlCharacters'],
      ['x'.repeat(4001), 'tooLong'],
    ] as const)
      given(...events)
        .when({ ...command, data: { ...command.data, [text]: value } } as TaskCommand)
        .thenRejected(code, text);
  });
});

describe('the evidence chain', () => {
  it('[T3] is filled in by an answer: nobody answers what they have not seen', () => {
    const accept = { type: 'AcceptTask', data: { task } } as const;
    given(...taskIn.assigned)
      .when(accept)
      .thenEvents(delivered, seen, acceptance);
    given(...taskIn.delivered)
      .when(accept)
      .thenEvents(seen, acceptance);
    given(...taskIn.seen)
      .when(accept)
      .thenEvents(acceptance);
    given(...taskIn.assigned)
      .when({ type: 'ObjectToTask', data: { task, reason: 'Not ours' } })
      .thenEvents(delivered, seen, objected);
  });
  it('[T3] names who did it and both times', () => {
    const event = recorded<IncidentEvent>(seen, {
      by: fireLiaison,
      at: later(-60),
      written: later(5),
    });
    const { state } = given(...taskIn.delivered, event);
    expect(state.tasks.get(task)?.seen).toEqual({
      by: fireLiaison,
      occurredAt: later(-60),
      recordedAt: later(5),
    });
  });
  it('is recorded once: delivered and seen', () => {
    const delivery = { type: 'RecordDelivery', data: { task } } as const;
    const sight = { type: 'RecordSeen', data: { task } } as const;
    given(...taskIn.assigned)
      .when(delivery)
      .thenEvents(delivered);
    given(...taskIn.assigned)
      .when(sight)
      .thenEvents(delivered, seen);
    given(...taskIn.delivered)
      .when(sight)
      .thenEvents(seen);
    for (const status of everyTaskStatus.filter((one) => one !== 'assigned'))
      given(...taskIn[status])
        .when(delivery)
        .thenNothing();
    for (const status of everyTaskStatus.filter((one) => one !== 'assigned' && one !== 'delivered'))
      given(...taskIn[status])
        .when(sight)
        .thenNothing();
  });
  it('[T2] names who accepted first', () =>
    given(...taskIn.accepted)
      .when({ type: 'AcceptTask', data: { task } }, { actor: person('late', 'fire') })
      .thenRejected('taskClaimed', 'task', { name: fireLiaison.name, at: now }));
  it('[T2] is refused to the same person too', () =>
    given(...taskIn.accepted)
      .when({ type: 'AcceptTask', data: { task } }, { actor: fireLiaison })
      .thenRejected('taskClaimed', 'task'));
  it('makes the incident responded to', () => {
    expect(given(...taskIn.seen).state.status).toBe('confirmed');
    expect(given(...taskIn.accepted).state.status).toBe('responding');
  });
});

describe('doing it', () => {
  it('keeps progress notes and the closing note in order', () => {
    const note = { type: 'ReportProgress', data: { task, note: 'Valve shut' } } as const;
    const { state } = given(
      ...taskIn.started,
      { type: 'TaskProgressed', data: note.data },
      ...taskIn.done.slice(-1),
    );
    expect(state.tasks.get(task)?.notes.map((one) => one.text)).toEqual([
      'Valve shut',
      'Air is clean',
    ]);
    for (const status of ['accepted', 'started', 'returned'] as const)
      given(...taskIn[status])
        .when(note)
        .thenEvents({ type: 'TaskProgressed', data: note.data });
    given(...taskIn.seen)
      .when(note)
      .thenRejected('taskStatus', 'task');
    given(...taskIn.started)
      .when({ type: 'ReportProgress', data: { task, note: '' } })
      .thenRejected('required', 'note');
  });
  it('is not judged by the one who did it', () =>
    given(...taskIn.done)
      .when({ type: 'VerifyTask', data: { task } }, { actor: fireLiaison })
      .thenRejected('doerMayNotVerify', 'task', { name: fireLiaison.name }));
  it('starts again after it was returned, with the first start kept', () => {
    const again = recorded<IncidentEvent>(
      { type: 'TaskStarted', data: { task } },
      { at: later(900) },
    );
    const { state } = given(...taskIn.returned, again);
    expect(state.tasks.get(task)).toMatchObject({
      status: 'started',
      started: { occurredAt: now },
    });
  });
});

describe('an objection', () => {
  it('rejected gives a new deadline and a new chain', () => {
    const incident = given(...taskIn.objected)
      .when({ type: 'RejectObjection', data: { task, reason: 'It is yours' } }, { now: later(100) })
      .thenEvents({
        type: 'ObjectionRejected',
        data: { task, reason: 'It is yours', acknowledgeBy: later(220) },
      });
    const again = incident.tasks.get(task);
    expect(again).toMatchObject({ acknowledgeBy: later(220), escalations: [] });
    expect(again).not.toHaveProperty('delivered');
    expect(again).not.toHaveProperty('seen');
  });
  it('upheld frees the department and the lead', () =>
    given(...taskIn.objected, {
      type: 'ObjectionUpheld',
      data: { task, note: 'Right' },
    })
      .when(assign({ ...policeTask, part: 'lead' }))
      .thenEvents(assigned({ ...policeTask, part: 'lead' })));
});

describe('[T5] escalation', () => {
  const escalate = (step: number, deadline = later(120)) =>
    ({ type: 'EscalateTask', data: { task, step, deadline } }) as const;
  const first: IncidentEvent = {
    type: 'TaskEscalated',
    data: { task, step: 1, deadline: later(120), to: 'liaison', nextAfter: 60 },
  };
  const second: IncidentEvent = {
    type: 'TaskEscalated',
    data: { task, step: 2, deadline: later(120), to: 'dutyOfficer', nextAfter: 180 },
  };
  const third: IncidentEvent = {
    type: 'TaskEscalated',
    data: { task, step: 3, deadline: later(120), to: 'commandCentre' },
  };

  it.each(['assigned', 'delivered', 'seen'] as const)('goes step by step from %s', (status) => {
    given(...taskIn[status])
      .when(escalate(1))
      .thenEvents(first);
    given(...taskIn[status], first)
      .when(escalate(2))
      .thenEvents(second);
    given(...taskIn[status], first, second)
      .when(escalate(3))
      .thenEvents(third);
    given(...taskIn[status], first, second, third)
      .when(escalate(4))
      .thenNothing();
  });
  it('takes no step twice, leaves none out', () => {
    given(...taskIn.assigned, first)
      .when(escalate(1))
      .thenNothing();
    given(...taskIn.assigned)
      .when(escalate(2))
      .thenNothing();
    given(...taskIn.assigned)
      .when(escalate(0))
      .thenNothing();
  });
  it('is silent about a deadline that no longer counts', () => {
    const again: IncidentEvent = {
      type: 'ObjectionRejected',
      data: { task, reason: 'It is yours', acknowledgeBy: later(500) },
    };
    given(...taskIn.objected, again)
      .when(escalate(1))
      .thenNothing();
    given(...taskIn.assigned, first, objected, again)
      .when(escalate(1, later(500)))
      .thenEvents({ ...first, data: { ...first.data, deadline: later(500) } } as IncidentEvent);
  });
  it.each(everyTaskStatus.filter((one) => !['assigned', 'delivered', 'seen'].includes(one)))(
    'is silent when the task is %s',
    (status) =>
      given(...taskIn[status])
        .when(escalate(1))
        .thenNothing(),
  );
  it('has the steps of the city’s profile', () => {
    const { deadlines } = profile;
    const city = cityOf({ ...profile, deadlines: { ...deadlines, escalation: [] } });
    given(...taskIn.assigned)
      .when(escalate(1), { city })
      .thenNothing();
  });
});

it('an event on a task that was never given changes nothing but the length', () => {
  const { state } = given(...open);
  expect(given(...open, taskCancelled).state).toEqual({ ...state, length: state.length + 1 });
});
