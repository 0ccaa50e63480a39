import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncidentEvent } from '../incident/events.ts';
import { evolve, noIncident } from '../incident/evolve.ts';
import { assigned, confirmed, delivered, reported, seen } from '../incident.testkit.ts';
import type { Stored } from '../metadata.ts';
import { later } from '../specification.testkit.ts';
import { changesBetween } from './changesBetween.ts';
import { applyDifferences, differences } from './difference.ts';
import { anyRecord, storedRecord } from './randomRecord.testkit.ts';
import { foldRecord, recordUntil } from './recordUntil.ts';

const plain = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(1, 2, 'a', 'b', true, null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.constantFrom('p', 'q', 'r'), tie('value')),
    fc
      .array(fc.tuple(fc.constantFrom('k', 'l', 7), tie('value')), { maxLength: 3 })
      .map((all) => new Map(all)),
    fc.array(fc.constantFrom('x', 'y', 'z'), { maxLength: 3 }).map((all) => new Set(all)),
  ),
})).value;

const foldOf = (events: readonly Stored<IncidentEvent>[]) => events.reduce(evolve, noIncident);
const two = fc.tuple(anyRecord, fc.nat(40), fc.nat(40)).map(([record, one, other]) => {
  const [from, to] = [one, other].map((at) => at % record.length).sort((a, b) => a - b);
  return { record, from: from ?? 0, to: to ?? 0 };
});

describe('[X51] the differences of two states', () => {
  it('applied to the first give the second', () => {
    fc.assert(
      fc.property(plain, plain, (before, after) => {
        expect(applyDifferences(before, differences(before, after))).toEqual(after);
        expect(differences(after, after)).toEqual([]);
      }),
      { examples: [['b', 'b']] },
    );
  });

  it('of an incident at two moments lead from one to the other, forwards and back', () => {
    fc.assert(
      fc.property(two, ({ record, from, to }) => {
        const [before, after] = [
          foldOf(record.slice(0, from + 1)),
          foldOf(record.slice(0, to + 1)),
        ];
        expect(applyDifferences(before, differences(before, after))).toEqual(after);
        expect(applyDifferences(after, differences(after, before))).toEqual(before);
      }),
    );
  });

  it('name the place as deep inside as both states have it', () => {
    const before = { tasks: new Map([['t', { status: 'seen', notes: ['a'] }]]), closed: undefined };
    const after = { tasks: new Map([['t', { status: 'accepted', notes: ['a', 'b'] }]]), grade: 3 };
    expect(differences(before, after)).toEqual([
      { path: ['tasks', 't', 'status'], before: 'seen', after: 'accepted' },
      { path: ['tasks', 't', 'notes', 1], before: undefined, after: 'b' },
      { path: ['grade'], before: undefined, after: 3 },
    ]);
  });
});

describe('[X50] an incident at a moment', () => {
  it('is at every revision the fold of the record up to there', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        for (const { revision } of record)
          expect(foldRecord(recordUntil(record, { revision }))).toEqual(
            foldOf(record.slice(0, Number(revision) + 1)),
          );
      }),
    );
  });

  it('by recorded time is what was known then; by occurred time, what had happened', () => {
    const record = storedRecord([
      [reported, 0, 0, 'li'],
      [confirmed, 60, 0, 'li'],
      [assigned(), 60, 90, 'li'],
      [delivered, 10, 0, 'li'],
    ]);
    const statusesAt = (moment: Parameters<typeof recordUntil>[1]) => {
      const { status, tasks } = foldRecord(recordUntil(record, moment));
      return [status, [...tasks.values()].map((task) => task.status)];
    };
    expect(statusesAt({ recordedBy: later(59) })).toEqual(['reported', []]);
    expect(statusesAt({ recordedBy: later(119) })).toEqual(['confirmed', []]);
    expect(statusesAt({ occurredBy: later(59) })).toEqual(['reported', ['assigned']]);
    expect(statusesAt({ occurredBy: later(129) })).toEqual(['confirmed', ['assigned']]);
    expect(statusesAt({ occurredBy: later(130) })).toEqual(['confirmed', ['delivered']]);
    expect(statusesAt({ occurredBy: later(-1) })).toEqual(['none', []]);
  });

  it('by occurred time keeps each entry’s place in the record, so that a strike finds its entry', () => {
    const note = (text: string): IncidentEvent => ({
      type: 'NoteAdded',
      data: { note: text, text },
    });
    const record = storedRecord([
      [reported, 0, 0, 'li'],
      [note('not yet'), 100, 0, 'li'],
      [note('late'), 10, 105, 'li'],
      [{ type: 'EntryStruck', data: { revision: 2, reason: 'no' } }, 10, 110, 'li'],
    ]);
    const { notes, struck } = foldRecord(recordUntil(record, { occurredBy: later(50) }));
    expect(notes.map(({ revision }) => revision)).toEqual([2]);
    expect([...struck.keys()]).toEqual([2]);
  });
});

describe('[X52] what changed between two moments', () => {
  const told = (changes: ReturnType<typeof changesBetween>) =>
    changes.changes.map(({ path, by }) => [path.join('.'), by.map(({ type }) => type)]);

  it('names the entries that had a part in each difference', () => {
    const record = storedRecord([
      [reported, 0, 0, 'li'],
      [confirmed, 60, 0, 'wang'],
      [assigned(), 60, 0, 'wang'],
      [delivered, 10, 0, 'li'],
      [seen, 10, 0, 'zhao'],
      [{ type: 'NoteAdded', data: { note: 'n', text: 'smoke' } }, 10, 0, 'zhao'],
    ]);
    const changes = changesBetween(record, { revision: 2n }, { revision: 5n });
    expect(told(changes)).toEqual([
      ['tasks.t-fire.status', ['TaskDelivered', 'TaskSeen']],
      ['tasks.t-fire.delivered', ['TaskDelivered']],
      ['tasks.t-fire.seen', ['TaskSeen']],
      ['notes.0', ['NoteAdded']],
    ]);
    expect(changes.entries.map(({ type }) => type)).toEqual([
      'TaskDelivered',
      'TaskSeen',
      'NoteAdded',
    ]);
    const whole = changesBetween(record, { revision: 1n }, { revision: 5n });
    expect(told(whole)[0]).toEqual(['tasks.t-fire', ['TaskAssigned', 'TaskDelivered', 'TaskSeen']]);
  });

  it('has somebody behind every difference, and only entries from between', () => {
    fc.assert(
      fc.property(two, ({ record, from, to }) => {
        const changes = changesBetween(
          record,
          { revision: BigInt(from) },
          { revision: BigInt(to) },
        );
        const between = record.slice(from + 1, to + 1);
        expect(changes.entries).toEqual(between);
        for (const { by } of changes.changes) {
          expect(by.length).toBeGreaterThan(0);
          expect(by.every((event) => between.includes(event))).toBe(true);
        }
      }),
    );
  });

  it('by occurred time too, late entries among them', () => {
    fc.assert(
      fc.property(anyRecord, fc.nat(2_000), fc.nat(2_000), (record, one, other) => {
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        const changes = changesBetween(
          record,
          { occurredBy: later(from) },
          { occurredBy: later(to) },
        );
        expect(
          applyDifferences(changes.before, differences(changes.before, changes.after)),
        ).toEqual(changes.after);
        for (const { meta } of changes.entries) {
          expect(meta.occurredAt > later(from)).toBe(true);
          expect(meta.occurredAt <= later(to)).toBe(true);
        }
      }),
    );
  });
});
