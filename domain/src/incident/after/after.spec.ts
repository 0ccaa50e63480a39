import { describe, expect, it } from 'vitest';
import { cityOf, profile } from '../../city.testkit.ts';
import { cancelled, closed, fireLiaison, given, open, resolved } from '../../incident.testkit.ts';
import { dispatcher, later, now, recorded } from '../../specification.testkit.ts';
import type { IncidentCommand } from '../commands.ts';
import type { IncidentEvent } from '../events.ts';
import { touches } from '../touches.ts';
import type { AfterEvent } from './events.ts';

type Event = IncidentEvent | ReturnType<typeof recorded<IncidentEvent>>;

const finding = 'f-1';
const action = 'a-1';
const found: IncidentEvent = {
  type: 'FindingRecorded',
  data: { finding, text: 'The valve’s key was missing', severity: 'high' },
};
const facts = {
  action,
  finding,
  department: 'gas',
  owner: { account: 'gas-1', name: 'Liu Yang' },
  text: 'A key at every valve',
  dueBy: later(86_400),
};
const assigned: AfterEvent = { type: 'ActionAssigned', data: { ...facts, firstAfter: 0 } };
const done = recorded<IncidentEvent>(
  { type: 'ActionDone', data: { action, note: 'Keys hang there' } },
  { by: fireLiaison },
);
const returned: AfterEvent = {
  type: 'ActionReturned',
  data: { action, reason: 'Valve 7?', dueBy: facts.dueBy, firstAfter: 0 },
};
const verified: AfterEvent = { type: 'ActionVerified', data: { action } };
const dropped: AfterEvent = { type: 'ActionCancelled', data: { action, reason: 'Moot' } };

const after = [...open, resolved, closed] as readonly Event[];
const actionIn = {
  assigned: [...after, found, assigned],
  done: [...after, found, assigned, done],
  returned: [...after, found, assigned, done, returned],
  verified: [...after, found, assigned, done, verified],
  cancelled: [...after, found, assigned, dropped],
} satisfies Record<string, readonly Event[]>;
type ActionIn = keyof typeof actionIn;
const everyStatus = Object.keys(actionIn) as ActionIn[];
const badTexts = [
  ['', 'required'],
  ['\u202eevil', 'controlCharacters'],
  ['x'.repeat(4001), 'tooLong'],
] as const;

describe('[G1] a finding', () => {
  const record = (data: object = {}): IncidentCommand => ({
    type: 'RecordFinding',
    data: { ...found.data, finding, text: 'x', ...data },
  });
  it.each([
    ['open', open],
    ['resolved', [...open, resolved]],
    ['closed', after],
    ['cancelled', [...open, cancelled]],
  ] as const)('is recorded when the incident is %s', (_, events) => {
    const state = given(...events)
      .when({ type: 'RecordFinding', data: found.data } as IncidentCommand)
      .thenEvents(found);
    expect(state.findings.get(finding)).toMatchObject({
      text: 'The valve’s key was missing',
      severity: 'high',
      by: dispatcher,
    });
    expect(state.status).toBe(given(...events).state.status);
  });
  it('needs its text, a severity that there is, and an id of its own', () => {
    for (const [text, code] of badTexts)
      given(...after)
        .when(record({ text }))
        .thenRejected(code, 'text');
    given(...after)
      .when(record({ severity: 'awful' }))
      .thenRejected('notOneOf', 'severity');
    given(...after, found)
      .when(record())
      .thenRejected('alreadyExists', 'finding');
  });
  it('is one of 500 at the most', () => {
    const many = Array.from(
      { length: 500 },
      (_, index): IncidentEvent => ({
        type: 'FindingRecorded',
        data: { finding: `f-${index}`, text: 'x' },
      }),
    );
    given(...open, ...many)
      .when(record({ finding: 'f-500' }))
      .thenRejected('tooMany', 'finding', { max: 500 });
  });
});

describe('[G2] a corrective action', () => {
  const assign = (data: object = {}): IncidentCommand => ({
    type: 'AssignAction',
    data: { ...facts, ...data },
  });
  it('is given to a department because of a finding, with a due date', () => {
    const state = given(...after, found)
      .when(assign())
      .thenEvents(assigned);
    expect(state.actions.get(action)).toMatchObject({
      status: 'assigned',
      department: 'gas',
      owner: { name: 'Liu Yang' },
      dueBy: later(86_400),
    });
  });
  it('carries no first step where the city’s rules have none', () => {
    const city = cityOf({ ...profile, rules: { ...profile.rules, overdueActions: [] } });
    given(...after, found)
      .when(assign(), { city })
      .thenEvents({ type: 'ActionAssigned', data: facts });
  });
  it.each([
    [{ finding: 'nowhere' }, 'unknownFinding', 'finding'],
    [{ department: 'navy' }, 'unknownDepartment', 'department'],
    [{ text: '' }, 'required', 'text'],
    [{ owner: { account: '', name: 'x' } }, 'required', 'owner.account'],
    [{ owner: { account: 'x', name: '' } }, 'required', 'owner.name'],
    [{ dueBy: 'tomorrow' }, 'notATime', 'dueBy'],
    [{ dueBy: now }, 'inThePast', 'dueBy'],
  ] as const)('is refused with %o', (wrong, code, field) =>
    given(...after, found)
      .when(assign(wrong))
      .thenRejected(code, field),
  );
  it('has an id of its own, and is one of 500 at the most', () => {
    given(...actionIn.assigned)
      .when(assign())
      .thenRejected('alreadyExists', 'action');
    const many = Array.from(
      { length: 500 },
      (_, index): IncidentEvent => ({
        type: 'ActionAssigned',
        data: { ...facts, action: `a-${index}` },
      }),
    );
    given(...after, found, ...many)
      .when(assign({ action: 'a-500' }))
      .thenRejected('tooMany', 'action', { max: 500 });
  });
});

const steps: Record<
  string,
  { command: IncidentCommand; event: IncidentEvent; from: ActionIn[]; to: ActionIn }
> = {
  report: {
    command: { type: 'ReportAction', data: { action, note: 'Half of them' } },
    event: { type: 'ActionReported', data: { action, note: 'Half of them' } },
    from: ['assigned', 'returned'],
    to: 'assigned',
  },
  finish: {
    command: { type: 'FinishAction', data: { action, note: 'All of them' } },
    event: { type: 'ActionDone', data: { action, note: 'All of them' } },
    from: ['assigned', 'returned'],
    to: 'done',
  },
  verify: {
    command: { type: 'VerifyAction', data: { action } },
    event: verified,
    from: ['done'],
    to: 'verified',
  },
  return: {
    command: { type: 'ReturnAction', data: { action, reason: 'Valve 7?' } },
    event: returned,
    from: ['done'],
    to: 'returned',
  },
  cancel: {
    command: { type: 'CancelAction', data: { action, reason: 'Moot' } },
    event: dropped,
    from: ['assigned', 'done', 'returned'],
    to: 'cancelled',
  },
};

describe.each(Object.entries(steps))('[G3] %s', (name, { command, event, from, to }) => {
  it.each(from)('is possible from %s', (status) => {
    const state = given(...actionIn[status])
      .when(command)
      .thenEvents(event);
    expect(state.actions.get(action)?.status).toBe(name === 'report' ? status : to);
  });
  it.each(everyStatus.filter((status) => !from.includes(status)))('is refused from %s', (status) =>
    given(...actionIn[status])
      .when(command)
      .thenRejected('actionStatus', 'action', { status }),
  );
  it('is refused for an action that was never given', () =>
    given(...after)
      .when(command)
      .thenRejected('unknownAction', 'action'));
  const text = (['reason', 'note'] as const).find((field) => field in command.data);
  it.runIf(text !== undefined)('needs its text', () => {
    for (const [value, code] of badTexts)
      given(...actionIn[from[0] ?? 'assigned'])
        .when({ ...command, data: { ...command.data, [text ?? '']: value } } as IncidentCommand)
        .thenRejected(code, text);
  });
});

it('[G3] is verified by somebody else than who did it', () =>
  given(...actionIn.done)
    .when({ type: 'VerifyAction', data: { action } }, { actor: fireLiaison })
    .thenRejected('doerMayNotVerifyAction', 'action', { name: fireLiaison.name }));

it('[G3] may be returned with a new due date, which lies ahead', () => {
  const back = (dueBy: string): IncidentCommand => ({
    type: 'ReturnAction',
    data: { action, reason: 'Valve 7?', dueBy },
  });
  const state = given(...actionIn.done)
    .when(back(later(200_000)))
    .thenEvents({ ...returned, data: { ...returned.data, dueBy: later(200_000) } } as AfterEvent);
  expect(state.actions.get(action)?.dueBy).toBe(later(200_000));
  given(...actionIn.done)
    .when(back(later(-1)))
    .thenRejected('inThePast', 'dueBy');
  given(...actionIn.done)
    .when(back('soon'))
    .thenRejected('notATime', 'dueBy');
});

describe('[G4] an overdue action', () => {
  const escalate = (step: number, deadline = facts.dueBy): IncidentCommand => ({
    type: 'EscalateAction',
    data: { action, step, deadline },
  });
  const first: AfterEvent = {
    type: 'ActionEscalated',
    data: { action, step: 1, deadline: facts.dueBy, to: 'owner', nextAfter: 86_400 },
  };
  const second: AfterEvent = {
    type: 'ActionEscalated',
    data: { action, step: 2, deadline: facts.dueBy, to: 'dutyOfficer', nextAfter: 259_200 },
  };
  const third: AfterEvent = {
    type: 'ActionEscalated',
    data: { action, step: 3, deadline: facts.dueBy, to: 'commandCentre' },
  };

  it.each(['assigned', 'returned'] as const)('is escalated step by step when %s', (status) => {
    const base = actionIn[status];
    given(...base)
      .when(escalate(1))
      .thenEvents(first);
    given(...base, first)
      .when(escalate(2))
      .thenEvents(second);
    given(...base, first, second)
      .when(escalate(3))
      .thenEvents(third);
    given(...base, first, second, third)
      .when(escalate(4))
      .thenNothing();
  });
  it('takes no step twice, leaves none out, and none for a date that no longer counts', () => {
    given(...actionIn.assigned, first)
      .when(escalate(1))
      .thenNothing();
    given(...actionIn.assigned)
      .when(escalate(2))
      .thenNothing();
    given(...actionIn.assigned)
      .when(escalate(0))
      .thenNothing();
    given(...actionIn.assigned)
      .when(escalate(1, later(1)))
      .thenNothing();
  });
  it.each(['done', 'verified', 'cancelled'] as const)('is left in peace when %s', (status) =>
    given(...actionIn[status])
      .when(escalate(1))
      .thenNothing(),
  );
  it('is escalated anew once it was returned', () => {
    const { state } = given(...actionIn.assigned, first, done, returned);
    expect(state.actions.get(action)?.escalations).toEqual([]);
  });
});

it('an event on an action that was never given changes nothing but the length', () => {
  const { state } = given(...after, verified);
  expect(state).toEqual({ ...given(...after).state, length: after.length + 1 });
});

describe('[C4] what an unseen event means for a command', () => {
  const all: Record<string, Event> = { found, assigned, done, returned, verified, dropped, closed };
  const elsewhere: IncidentEvent = { type: 'ActionVerified', data: { action: 'another' } };
  const turns = ['done', 'returned', 'verified', 'dropped'];
  it.each<[IncidentCommand, readonly string[]]>([
    [{ type: 'RecordFinding', data: { finding, text: 'x' } }, []],
    [{ type: 'AssignAction', data: facts }, []],
    [{ type: 'ReportAction', data: { action, note: 'x' } }, []],
    [{ type: 'EscalateAction', data: { action, step: 1, deadline: now } }, []],
    [{ type: 'FinishAction', data: { action, note: 'x' } }, turns],
    [{ type: 'VerifyAction', data: { action } }, turns],
    [{ type: 'ReturnAction', data: { action, reason: 'x' } }, turns],
    [{ type: 'CancelAction', data: { action, reason: 'x' } }, turns],
  ])('$0.type', (command, expected) => {
    const touching = Object.entries<Event>({ ...all, elsewhere })
      .filter(([, event]) => touches(command, 'meta' in event ? event : recorded(event)))
      .map(([name]) => name);
    expect(touching.sort()).toEqual([...expected].sort());
  });
});
