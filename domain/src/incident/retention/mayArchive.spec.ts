import { describe, expect, it } from 'vitest';
import type { RetentionRule } from '../../city/rules.ts';
import { city } from '../../city.testkit.ts';
import { confirmed, given, open, reported } from '../../incident.testkit.ts';
import { recorded } from '../../specification.testkit.ts';
import type { IncidentEvent } from '../events.ts';
import type { Incident } from '../incident.ts';
import { mayArchive } from './mayArchive.ts';

const at = (event: IncidentEvent, year: number) =>
  recorded(event, { at: `${year}-02-01T00:00:00.000Z` });
const cancelled: IncidentEvent = {
  type: 'IncidentCancelled',
  data: { reason: 'false', note: 'nothing there' },
};
const closed: IncidentEvent = { type: 'IncidentClosed', data: { note: 'done' } };
const ended = given(...open, at(closed, 2015)).state;
const asked = { before: '2020-01-01T00:00:00.000Z', now: '2026-03-01T08:00:00.000Z' };
const under = (retention: readonly RetentionRule[]) => ({
  ...city,
  rules: { ...city.rules, retention },
});
const archive = (incident: Incident, rules?: readonly RetentionRule[]) =>
  mayArchive(incident, rules ? under(rules) : city, asked);

describe('[X37] what may be archived', () => {
  it('has ended so long ago as the rules say', () => {
    expect(archive(ended)).toEqual({ may: true, rule: 'usual: 10 years' });
    const young = given(reported, at(cancelled, 2017)).state;
    const until = '2027-02-01T00:00:00.000Z';
    expect(archive(young)).toEqual({ may: false, why: 'tooYoung', until });
    expect(archive(young, [{ id: 'short', years: 5 }])).toEqual({
      may: true,
      rule: 'short: 5 years',
    });
  });

  it('ended before the time that is asked for', () => {
    const later = given(reported, at(cancelled, 2021)).state;
    expect(archive(later, [{ id: 'short', years: 1 }])).toEqual({
      may: false,
      why: 'endedLater',
      until: asked.before,
    });
  });

  it('goes by the longest rule that fits its kind', () => {
    const gas = confirmed.data.type;
    const rules = [
      { id: 'all', years: 1 },
      { id: 'gas', years: 30, types: [gas] },
      { id: 'drills', years: 50, exercise: true },
    ];
    expect(archive(ended, rules)).toMatchObject({
      why: 'tooYoung',
      until: '2045-02-01T00:00:00.000Z',
    });
    expect(archive(ended, [{ id: 'fires', years: 1, types: ['fire'] }])).toEqual({
      may: false,
      why: 'noRule',
    });
  });

  it('is closed, not held, and not in the archive already', () => {
    expect(archive(given(...open).state)).toEqual({ may: false, why: 'open' });
    const placed = { type: 'LegalHoldPlaced', data: { hold: 'h', reason: 'claim' } } as const;
    const held = given(...open, at(closed, 2015), placed).state;
    expect(archive(held)).toEqual({ may: false, why: 'held' });
    const data = { manifest: 'ab'.repeat(32), revision: 2, rule: 'usual' };
    const archived = { type: 'IncidentArchived', data } as const;
    const there = given(...open, at(closed, 2015), archived);
    expect(archive(there.state)).toEqual({ may: false, why: 'archived' });
    const note = { type: 'NoteAdded', data: { note: 'n', text: 'late' } } as const;
    const goneOn = given(...open, at(closed, 2015), archived, note).state;
    expect(archive(goneOn)).toMatchObject({ may: true });
  });

  it('has no corrective action open', () => {
    const action: IncidentEvent = {
      type: 'ActionAssigned',
      data: {
        action: 'a-1',
        finding: 'f-1',
        department: 'fire',
        text: 'Check the valves',
        dueBy: '2016-01-01T00:00:00.000Z',
      },
    };
    const waiting = given(...open, at(closed, 2015), action).state;
    expect(archive(waiting)).toEqual({ may: false, why: 'openActions' });
  });
});
