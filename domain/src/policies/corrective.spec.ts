import { describe, expect, it } from 'vitest';
import { incidentDecider } from '../incident/decide.ts';
import { context, given, open } from '../incident.testkit.ts';
import { position, revision } from '../metadata.ts';
import { later, recorded } from '../specification.testkit.ts';
import type { LogEvent, TocsinEvent } from '../tocsinEvent.ts';
import { corrective } from './index.ts';

const stored = (event: TocsinEvent, id = 'event-1', stream = 'incident-i-1'): LogEvent => ({
  ...recorded(event),
  id,
  stream,
  revision: revision(0),
  position: position(0),
});
const react = (event: TocsinEvent, id?: string) => corrective.react(stored(event, id));

const action = 'a-1';
const found: TocsinEvent = { type: 'FindingRecorded', data: { finding: 'f-1', text: 'x' } };
const assigned = (firstAfter?: number) =>
  ({
    type: 'ActionAssigned',
    data: {
      action,
      finding: 'f-1',
      department: 'gas',
      text: 'x',
      dueBy: later(100),
      ...(firstAfter === undefined ? {} : { firstAfter }),
    },
  }) as const;
const step = (number: number, due: string, deadline = later(100)) => ({
  kind: 'schedule',
  timer: 'corrective:i-1:a-1',
  due,
  target: {
    stream: 'incident',
    id: 'i-1',
    command: { type: 'EscalateAction', data: { action, step: number, deadline } },
  },
});
const escalated = (number: number, nextAfter?: number): TocsinEvent => ({
  type: 'ActionEscalated',
  data: {
    action,
    step: number,
    to: 'owner',
    deadline: later(100),
    ...(nextAfter === undefined ? {} : { nextAfter }),
  },
});

describe('[G4] escalating what is overdue', () => {
  it('sets a timer when the first step is due, if there is one', () => {
    expect(react(assigned(0))).toMatchObject([step(1, later(100))]);
    expect(react(assigned(50))).toMatchObject([step(1, later(150))]);
    expect(react(assigned())).toEqual([]);
  });
  it('goes on to the next step, counted from the due date, until there is none', () => {
    expect(react(escalated(1, 60))).toMatchObject([step(2, later(160))]);
    expect(react(escalated(2))).toEqual([]);
  });
  it('begins anew when the action is returned, under another command id', () => {
    const returned: TocsinEvent = {
      type: 'ActionReturned',
      data: { action, reason: 'x', dueBy: later(100), firstAfter: 0 },
    };
    expect(react(returned)).toMatchObject([step(1, later(100))]);
    const [before] = react(assigned(0), 'event-1');
    const [again] = react(returned, 'event-9');
    expect(before).toMatchObject({ commandId: expect.any(String) });
    expect(again).not.toMatchObject({ commandId: (before as { commandId: string }).commandId });
    expect(react(returned, 'event-9')).toEqual([again]);
  });
  it.each<[TocsinEvent]>([
    [{ type: 'ActionDone', data: { action, note: 'x' } }],
    [{ type: 'ActionCancelled', data: { action, reason: 'x' } }],
  ])('drops the timer when nothing is owed any more', (event) =>
    expect(react(event)).toEqual([{ kind: 'cancel', timer: 'corrective:i-1:a-1' }]),
  );
  it('leaves everything else alone', () => {
    expect(react(found)).toEqual([]);
    expect(react({ type: 'UnitOnDuty', data: {} })).toEqual([]);
  });
  it('asks for what the decider takes', () => {
    const [reaction] = react(assigned(0));
    if (reaction?.kind !== 'schedule' || reaction.target.stream !== 'incident')
      throw new Error('no timer for an incident was set');
    const { state } = given(...open, found, assigned(0));
    expect(incidentDecider.decide(reaction.target.command, state, context)).toMatchObject([
      { type: 'ActionEscalated', data: { step: 1, to: 'owner', nextAfter: 86_400 } },
    ]);
  });
});
