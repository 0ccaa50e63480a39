import { type LogEvent, position, revision, type TocsinEvent } from '@tocsin/domain';
import { describe, expect, it } from 'vitest';
import { someone } from '../memoryLog.testkit.ts';
import { type AnyStreamRow, projectStream, streamBoardOf } from './index.ts';

const at = (index: number): string => new Date(Date.UTC(2026, 2, 1, 8, index)).toISOString();

/** The row after these events of one stream, and whether it is on its board. */
function rowOf(stream: string, ...events: readonly TocsinEvent[]) {
  const board = streamBoardOf({ stream } as LogEvent);
  if (board === undefined) throw new Error(`${stream} has no board`);
  let now: { readonly row: AnyStreamRow; readonly on: boolean } | undefined;
  for (const [index, event] of events.entries()) {
    const meta = { actor: someone, occurredAt: at(index), recordedAt: at(index) };
    const place = { stream, revision: revision(index), position: position(index * 10) };
    now = projectStream(board, now?.row, { ...event, ...place, meta } as LogEvent);
  }
  return now;
}

const area = { districts: ['west'] };
const by = { kind: 'person', id: 'li', name: 'Li', role: 'dispatcher' };

describe('[W5] a warning’s row', () => {
  const facts = {
    city: 'xinghe',
    hazard: 'Rain',
    level: 'yellow',
    area,
    from: at(0),
    until: at(90),
    impact: 'Floods',
    advice: 'Stay in',
    issuer: 'Weather office',
    exercise: false,
  } as const;
  const issued: TocsinEvent = { type: 'WarningIssued', data: { warning: 'w-1', ...facts } };
  const adjusted: TocsinEvent = {
    type: 'WarningAdjusted',
    data: { level: 'red', until: at(120), reason: 'Worse' },
  };
  const lifted: TocsinEvent = { type: 'WarningLifted', data: { reason: 'Dry' } };
  it('shows how it stands now, and every step to it', () =>
    expect(rowOf('warning-w-1', issued, adjusted)).toEqual({
      on: true,
      row: {
        id: 'w-1',
        ...facts,
        level: 'red',
        until: at(120),
        status: 'inForce',
        issuedAt: at(0),
        history: [
          { type: 'WarningIssued', by, at: at(0), level: 'yellow', until: at(90) },
          {
            type: 'WarningAdjusted',
            by,
            at: at(1),
            level: 'red',
            until: at(120),
            reason: 'Worse',
          },
        ],
        revision: '1',
        position: '10',
      },
    }));
  it('leaves the board when it is lifted or expires', () => {
    expect(rowOf('warning-w-1', issued, lifted)).toMatchObject({
      on: false,
      row: { status: 'lifted', endedAt: at(1), history: [{}, { reason: 'Dry' }] },
    });
    const expired: TocsinEvent = { type: 'WarningExpired', data: { until: at(90) } };
    expect(rowOf('warning-w-1', issued, expired)).toMatchObject({
      on: false,
      row: { status: 'expired', endedAt: at(90) },
    });
  });
  it('keeps its issue and the last fifty steps', () => {
    const row = rowOf('warning-w-1', issued, ...Array<TocsinEvent>(80).fill(adjusted), lifted)?.row;
    expect(row).toMatchObject({ history: { length: 51 } });
    expect(row).toMatchObject({
      history: expect.arrayContaining([expect.objectContaining({ type: 'WarningIssued' })]),
    });
  });
  it('can’t begin with anything but the issue', () =>
    expect(() => rowOf('warning-w-1', lifted)).toThrow('no warning'));
});

describe('[E4] a planned event’s row', () => {
  const facts = {
    city: 'xinghe',
    name: 'Fair',
    area,
    from: at(30),
    until: at(90),
    description: '',
    exercise: false,
  };
  const scheduled: TocsinEvent = { type: 'EventScheduled', data: { event: 'e-1', ...facts } };
  const post = { post: 'p', name: 'Gate', place: 'North', department: 'police', people: 3 };
  const unit = { unit: 'xinghe.E1', callSign: 'E1', department: 'fire' };
  const plan = { plan: 'stadium', version: 2 };
  const placed: readonly TocsinEvent[] = [
    { type: 'PostPlaced', data: post },
    { type: 'EventUnitPlaced', data: unit },
    { type: 'EventPlanAttached', data: plan },
  ];
  const removed: readonly TocsinEvent[] = [
    { type: 'PostRemoved', data: { post: 'p', reason: 'Shut' } },
    { type: 'EventUnitReleased', data: { unit: unit.unit } },
    { type: 'EventPlanDetached', data: { plan: 'stadium' } },
  ];
  it('shows what is in place', () =>
    expect(rowOf('plannedEvent-e-1', scheduled, ...placed)).toMatchObject({
      on: true,
      row: {
        id: 'e-1',
        ...facts,
        status: 'scheduled',
        posts: [post],
        units: [unit],
        plans: [plan],
      },
    }));
  it('has a post once, as it was placed last', () => {
    const more: TocsinEvent = { type: 'PostPlaced', data: { ...post, people: 9 } };
    const row = rowOf('plannedEvent-e-1', scheduled, ...placed, more)?.row;
    expect(row).toMatchObject({ posts: [{ people: 9 }] });
  });
  it('drops what was taken away', () =>
    expect(rowOf('plannedEvent-e-1', scheduled, ...placed, ...removed)?.row).toMatchObject({
      posts: [],
      units: [],
      plans: [],
      last: { type: 'EventPlanDetached', by, at: at(6) },
    }));
  it('stays while it is under way and leaves when it ends or is cancelled', () => {
    const amended: TocsinEvent = {
      type: 'EventAmended',
      data: { name: 'Big fair', reason: 'Grew' },
    };
    const begun: TocsinEvent = { type: 'EventBegun', data: { from: at(30) } };
    const ended: TocsinEvent = { type: 'EventEnded', data: { until: at(90) } };
    const cancelled: TocsinEvent = { type: 'EventCancelled', data: { reason: 'Storm' } };
    expect(rowOf('plannedEvent-e-1', scheduled, amended, begun)).toMatchObject({
      on: true,
      row: { name: 'Big fair', status: 'underway' },
    });
    expect(rowOf('plannedEvent-e-1', scheduled, begun, ended)).toMatchObject({
      on: false,
      row: { status: 'ended' },
    });
    expect(rowOf('plannedEvent-e-1', scheduled, cancelled)).toMatchObject({
      on: false,
      row: { status: 'cancelled', cancelReason: 'Storm' },
    });
  });
  it('can’t begin with anything but its schedule', () =>
    expect(() => rowOf('plannedEvent-e-1', ...placed)).toThrow('no planned event'));
});

describe('[D3] a duty desk’s row', () => {
  const role = 'liaison';
  const wu = { account: 'wu', name: 'Wu' };
  const sun = { account: 'sun', name: 'Sun' };
  const taken = (who: typeof wu): TocsinEvent => ({
    type: 'DutyTaken',
    data: { city: 'xinghe', department: 'fire', ...who, role },
  });
  const counts = { incidents: 0, tasks: 0, actions: 0 };
  const open = { position: '5', counts, incidents: [], tasks: [], actions: [] };
  const handed: TocsinEvent = {
    type: 'ShiftHandedOver',
    data: { handover: 'h', role, from: wu, to: sun, note: 'Quiet', open },
  };
  const accepted: TocsinEvent = { type: 'HandoverAccepted', data: { handover: 'h', role } };
  const ended: TocsinEvent = { type: 'DutyEnded', data: { ...wu, role } };
  const desk = 'duty-xinghe.fire';
  const head = { id: 'h', role, from: wu, to: sun, note: 'Quiet', counts, at: at(1) };

  it('shows who is on duty', () =>
    expect(rowOf(desk, taken(wu), taken(wu))).toMatchObject({
      on: true,
      row: { id: 'xinghe.fire', department: 'fire', onDuty: [{ ...wu, role, since: at(1) }] },
    }));
  it('shows the handover, and the change of hands', () => {
    expect(rowOf(desk, taken(wu), handed)?.row).toMatchObject({
      onDuty: [wu],
      handovers: [{ ...head, status: 'offered' }],
    });
    expect(rowOf(desk, taken(wu), handed, accepted, taken(sun), ended)?.row).toMatchObject({
      onDuty: [{ ...sun, role, since: at(3) }],
      handovers: [{ ...head, status: 'accepted', acceptedAt: at(2) }],
    });
    const withdrawn: TocsinEvent = { type: 'HandoverWithdrawn', data: { handover: 'h' } };
    expect(rowOf(desk, taken(wu), handed, withdrawn)?.row).toMatchObject({
      handovers: [{ ...head, status: 'withdrawn' }],
    });
  });
  it('can’t begin with anything but somebody’s duty', () =>
    expect(() => rowOf(desk, ended)).toThrow('no duty desk'));
});
