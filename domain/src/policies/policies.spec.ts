import { describe, expect, it } from 'vitest';
import { incidentDecider } from '../incident/decide.ts';
import {
  accepted,
  assigned,
  context,
  fireTask,
  given,
  objected,
  reassigned,
  seen,
  taskCancelled,
  taskIn,
} from '../incident.testkit.ts';
import type { Recorded } from '../metadata.ts';
import { position, revision } from '../metadata.ts';
import { later, recorded } from '../specification.testkit.ts';
import type { LogEvent, TocsinEvent } from '../tocsinEvent.ts';
import { commitments, escalation, overdue, policies, policyActor } from './index.ts';

const stored = (
  event: TocsinEvent | Recorded<TocsinEvent>,
  stream: string,
  id = 'event-1',
): LogEvent => ({
  ...('meta' in event ? event : recorded(event)),
  id,
  stream,
  revision: revision(0),
  position: position(0),
});

describe('[U2] carrying a unit’s assignment into the incident', () => {
  const who = { callSign: 'E1', department: 'fire' };
  const first = { assignment: 'a-1', incident: 'i-1' };
  const unit = 'xinghe.E1';
  const react = (event: TocsinEvent) => commitments.react(stored(event, `unit-${unit}`));

  it.each<[TocsinEvent, string, object]>([
    [
      { type: 'UnitDispatched', data: { ...first, ...who, task: 't' } },
      'CarryCommitment',
      { assignment: 'a-1', ...who, task: 't', unit, stacked: false },
    ],
    [
      { type: 'AssignmentStacked', data: { ...first, ...who } },
      'CarryCommitment',
      { assignment: 'a-1', ...who, unit, stacked: true },
    ],
    [
      { type: 'AssignmentActivated', data: first },
      'CarryStage',
      { assignment: 'a-1', unit, stage: 'dispatched' },
    ],
    [
      { type: 'AssignmentStageReached', data: { ...first, stage: 'onScene', note: 'Inferred' } },
      'CarryStage',
      { assignment: 'a-1', unit, stage: 'onScene', note: 'Inferred' },
    ],
    [
      { type: 'AssignmentCancelled', data: { ...first, reason: 'Nearer one free' } },
      'CarryWithdrawal',
      { assignment: 'a-1', unit, reason: 'Nearer one free' },
    ],
  ])('$0.type', (event, type, data) =>
    expect(react(event)).toMatchObject([
      { kind: 'command', target: { stream: 'incident', id: 'i-1', command: { type, data } } },
    ]),
  );
  it('derives the command’s id from the event, so that repeating it is harmless', () => {
    const event: TocsinEvent = { type: 'AssignmentActivated', data: first };
    const idOf = (id: string) => commitments.react(stored(event, 'unit-u', id));
    expect(idOf('event-1')).toEqual(idOf('event-1'));
    expect(idOf('event-1')).not.toEqual(idOf('event-2'));
  });
  it('leaves everything else alone', () => {
    expect(react({ type: 'UnitOnDuty', data: {} })).toEqual([]);
    expect(commitments.react(stored(assigned(), 'incident-i-1'))).toEqual([]);
  });
});

describe('[T5] escalating what nobody answers', () => {
  const task = fireTask.task;
  const react = (event: TocsinEvent | Recorded<TocsinEvent>, stream = 'incident-i-1') =>
    escalation.react(stored(event, stream));
  const step = (number: number, due: string, deadline = later(120)) => ({
    kind: 'schedule',
    timer: `escalation:i-1:${task}`,
    due,
    target: {
      stream: 'incident',
      id: 'i-1',
      command: { type: 'EscalateTask', data: { task, step: number, deadline } },
    },
  });
  const escalated = (number: number, nextAfter?: number): TocsinEvent => ({
    type: 'TaskEscalated',
    data: {
      task,
      step: number,
      to: 'liaison',
      deadline: later(120),
      ...(nextAfter === undefined ? {} : { nextAfter }),
    },
  });

  it('sets a timer at the acknowledge-by deadline', () =>
    expect(react(assigned())).toMatchObject([step(1, later(120))]));
  it('sets it anew when an objection is rejected', () =>
    expect(
      react({
        type: 'ObjectionRejected',
        data: { task, reason: 'It is yours', acknowledgeBy: later(500) },
      }),
    ).toMatchObject([step(1, later(500), later(500))]));
  it('waits as long after the deadline as the profile’s first step says', () => {
    const event = assigned();
    const data = { ...event.data, escalateAfter: 15 };
    expect(react({ ...event, data })).toMatchObject([step(1, later(135))]);
  });
  it('sets it anew when the task is reassigned or gets another time to answer', () => {
    expect(react(reassigned)).toMatchObject([step(1, later(120))]);
    const change = { task, finishBy: later(3600), reason: 'x' };
    const moved = { ...change, acknowledgeBy: later(300), escalateAfter: 5 };
    expect(react({ type: 'TaskDeadlineChanged', data: change })).toEqual([]);
    expect(react({ type: 'TaskDeadlineChanged', data: moved })).toMatchObject([
      step(1, later(305), later(300)),
    ]);
  });
  it('goes on to the next step, counted from the deadline, until there is none', () => {
    expect(react(escalated(1, 60))).toMatchObject([step(2, later(180))]);
    expect(react(escalated(2, 180))).toMatchObject([step(3, later(300))]);
    expect(react(escalated(3))).toEqual([]);
  });
  it.each([[accepted], [objected], [taskCancelled]])(
    'drops the timer when it is answered',
    (event) => expect(react(event)).toEqual([{ kind: 'cancel', timer: `escalation:i-1:${task}` }]),
  );
  it('leaves everything else alone', () => {
    expect(react(seen)).toEqual([]);
    expect(react({ type: 'UnitOnDuty', data: {} }, 'unit-u')).toEqual([]);
  });
  it('keeps apart a task of the same id in another incident', () => {
    const [here] = react(assigned());
    const [there] = react(assigned(), 'incident-i-2');
    expect(here).not.toMatchObject({ timer: (there as { timer: string }).timer });
    expect(here).not.toMatchObject({ commandId: (there as { commandId: string }).commandId });
  });
  it('has another command id for each step and deadline', () => {
    const reactions = [assigned(), escalated(1, 60), escalated(2, 180)].flatMap((event) =>
      react(event),
    );
    const ids = reactions.map((reaction) => 'commandId' in reaction && reaction.commandId);
    expect(new Set(ids).size).toBe(3);
  });
  it('asks for what the decider takes', () => {
    const [reaction] = react(assigned());
    if (reaction?.kind !== 'schedule') throw new Error('no timer was set');
    const { state } = given(...taskIn.assigned);
    const { target } = reaction;
    if (target.stream !== 'incident') throw new Error('not for an incident');
    expect(incidentDecider.decide(target.command, state, context)).toMatchObject([
      { type: 'TaskEscalated', data: { step: 1, to: 'liaison', nextAfter: 60 } },
    ]);
  });
});

describe('[T13] noticing what is not done in time', () => {
  const task = fireTask.task;
  const timer = `overdue:i-1:${task}`;
  const react = (event: TocsinEvent | Recorded<TocsinEvent>) =>
    overdue.react(stored(event, 'incident-i-1'));
  const due = (deadline: string) => ({
    kind: 'schedule',
    timer,
    due: deadline,
    target: { command: { type: 'RecordOverdue', data: { task, deadline } } },
  });

  it('sets a timer at each finish-by deadline', () => {
    expect(react(assigned())).toMatchObject([due(later(3600))]);
    expect(react(reassigned)).toMatchObject([due(later(3600))]);
    const moved = { task, finishBy: later(9000), reason: 'x' };
    expect(react({ type: 'TaskDeadlineChanged', data: moved })).toMatchObject([due(later(9000))]);
    const back = { task, reason: 'x', finishBy: later(3600) };
    expect(react({ type: 'TaskReturned', data: back })).toMatchObject([due(later(3600))]);
    expect(react({ type: 'TaskReturned', data: { task, reason: 'x' } })).toEqual([]);
  });
  it('drops it when the task is done or over', () => {
    const dropped = [{ kind: 'cancel', timer }];
    const upheld = { type: 'ObjectionUpheld', data: { task, note: 'x' } } as const;
    expect(react({ type: 'TaskFinished', data: { task, note: 'x' } })).toEqual(dropped);
    expect(react(taskCancelled)).toEqual(dropped);
    expect(react(upheld)).toEqual(dropped);
    expect(react({ ...upheld, data: { ...upheld.data, next: 'gas' } })).toEqual([]);
    expect(react(seen)).toEqual([]);
  });
});

it('a policy acts under its own name', () => {
  const names = policies.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(policies.map(policyActor)).toEqual(
    names.map((name) => ({ kind: 'policy', id: `policy:${name}`, name })),
  );
  for (const policy of policies)
    expect(policyActor(policy)).toEqual({
      kind: 'policy',
      id: `policy:${policy.name}`,
      name: policy.name,
    });
  expect(new Set(policies.map(({ name }) => name)).size).toBe(policies.length);
});
