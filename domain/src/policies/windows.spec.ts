import { describe, expect, it } from 'vitest';
import { position, revision } from '../metadata.ts';
import { later, now, recorded } from '../specification.testkit.ts';
import type { LogEvent, TocsinEvent } from '../tocsinEvent.ts';
import { plannedEvents, warnings } from './index.ts';

const stored = (event: TocsinEvent, stream: string): LogEvent => ({
  ...recorded(event),
  id: 'event-1',
  stream,
  revision: revision(0),
  position: position(0),
});
const area = { districts: ['west'] };
const common = { city: 'xinghe', area, from: now, exercise: false };

describe('[W4] the timer of a warning’s validity', () => {
  const react = (event: TocsinEvent) => warnings.react(stored(event, 'warning-w-1'));
  const issued: TocsinEvent = {
    type: 'WarningIssued',
    data: {
      ...common,
      warning: 'w-1',
      hazard: 'Rain',
      level: 'blue',
      until: later(60),
      impact: '-',
      advice: '-',
      issuer: '-',
    },
  };
  const expiry = (until: string) => ({
    kind: 'schedule',
    timer: 'warning:w-1',
    due: until,
    target: { stream: 'warning', id: 'w-1', command: { type: 'ExpireWarning', data: { until } } },
  });
  it('is set at the issue and set anew when the validity changes', () => {
    expect(react(issued)).toMatchObject([expiry(later(60))]);
    const reason = 'More rain';
    expect(react({ type: 'WarningAdjusted', data: { until: later(99), reason } })).toMatchObject([
      expiry(later(99)),
    ]);
    expect(react({ type: 'WarningAdjusted', data: { level: 'red', reason } })).toEqual([]);
  });
  it('is dropped when the warning is lifted', () =>
    expect(react({ type: 'WarningLifted', data: { reason: 'Dry' } })).toEqual([
      { kind: 'cancel', timer: 'warning:w-1' },
    ]));
  it('is not set again by the expiry', () =>
    expect(react({ type: 'WarningExpired', data: { until: later(60) } })).toEqual([]));
});

describe('[E3] the timers of a planned event’s window', () => {
  const react = (event: TocsinEvent) => plannedEvents.react(stored(event, 'plannedEvent-e-1'));
  const begin = (from: string) => ({
    kind: 'schedule',
    timer: 'plannedEvent:e-1:begin',
    due: from,
    target: {
      stream: 'plannedEvent',
      id: 'e-1',
      command: { type: 'BeginEvent', data: { from } },
    },
  });
  const end = (until: string) => ({
    kind: 'schedule',
    timer: 'plannedEvent:e-1:end',
    due: until,
    target: { stream: 'plannedEvent', id: 'e-1', command: { type: 'EndEvent', data: { until } } },
  });
  const scheduled: TocsinEvent = {
    type: 'EventScheduled',
    data: { ...common, event: 'e-1', name: 'Fair', description: '', until: later(60) },
  };
  const reason = 'Moved';
  it('are set when it is scheduled, under ids of their own', () => {
    const reactions = react(scheduled);
    expect(reactions).toMatchObject([begin(now), end(later(60))]);
    const ids = reactions.map((one) => 'commandId' in one && one.commandId);
    expect(new Set(ids).size).toBe(2);
  });
  it('are set anew when they move', () => {
    expect(react({ type: 'EventAmended', data: { from: later(5), reason } })).toMatchObject([
      begin(later(5)),
    ]);
    expect(react({ type: 'EventAmended', data: { until: later(9), reason } })).toMatchObject([
      end(later(9)),
    ]);
    expect(react({ type: 'EventAmended', data: { name: 'Fête', reason } })).toEqual([]);
  });
  it('are dropped when it is cancelled', () =>
    expect(react({ type: 'EventCancelled', data: { reason } })).toEqual([
      { kind: 'cancel', timer: 'plannedEvent:e-1:begin' },
      { kind: 'cancel', timer: 'plannedEvent:e-1:end' },
    ]));
  it('leave everything else alone', () =>
    expect(react({ type: 'EventBegun', data: { from: now } })).toEqual([]));
});
