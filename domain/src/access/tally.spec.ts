import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../metadata.ts';
import { person } from '../specification.testkit.ts';
import { type AccessEntry, AccessTally, type TallyBounds } from './tally.ts';

const bounds: TallyBounds = { windowMs: 1_000, single: 2, refused: 4, given: 3 };
const chen = person('chen');
const read = (incident: string): AccessEntry => ({
  kind: 'recordRead',
  what: 'timeline',
  incident,
});
const refused = (what: string): AccessEntry => ({
  kind: 'attemptRefused',
  what,
  code: 'forbidden',
  address: '10.0.0.7',
});

describe('[X31] the tally', () => {
  it('has the first read recorded and counts what repeats it', () => {
    const tally = new AccessTally(bounds);
    expect(tally.admit(chen, read('a'), 0)).toBe('record');
    expect(tally.admit(chen, read('a'), 10)).toBe('count');
    expect(tally.admit(chen, read('b'), 20)).toBe('record');
    expect(tally.admit({ ...chen, console: 'other' }, read('a'), 30)).toBe('record');
    expect(tally.admit(chen, read('a'), 40)).toBe('count');
    expect(tally.due(999)).toEqual([]);
    expect(tally.due(1_000)).toEqual([
      { by: chen, entry: read('a'), count: 2, from: 10, until: 40 },
    ]);
    expect(tally.admit(chen, read('a'), 1_001)).toBe('record');
  });

  it('lets nobody read more different things in a window than are told apart', () => {
    const tally = new AccessTally(bounds);
    const admitted = ['a', 'b', 'c', 'd'].map((id) => tally.admit(chen, read(id), 0));
    expect(admitted).toEqual(['record', 'record', 'record', 'tooMany']);
    expect(tally.admit(person('li'), read('d'), 0)).toBe('record');
    tally.due(1_000);
    expect(tally.admit(chen, read('d'), 1_000)).toBe('record');
  });

  it('records a read anew when the record of the first one failed', () => {
    const tally = new AccessTally(bounds);
    tally.admit(chen, read('a'), 0);
    tally.forget(chen, read('a'));
    expect(tally.admit(chen, read('a'), 1)).toBe('record');
  });

  it('counts refused attempts together when they are too many to be told apart', () => {
    const tally = new AccessTally(bounds);
    const admitted = Array.from({ length: 9 }, (_, at) => tally.admit(chen, refused(`q${at}`), at));
    expect(admitted).toEqual([...Array(4).fill('record'), ...Array(5).fill('count')]);
    expect(tally.due()).toMatchObject([
      { entry: { kind: 'attemptRefused', what: '*' }, count: 5, from: 4, until: 8 },
    ]);
  });

  it('loses nothing, and gives a window no more events than its bounds say', () => {
    const actor = fc.constantFrom<Actor>(chen, person('li'), { ...chen, console: 'c2' });
    const entry = fc.oneof(
      fc.integer({ min: 0, max: 6 }).map((id) => read(`i${id}`)),
      fc.integer({ min: 0, max: 9 }).map((id) => refused(`q${id}`)),
      fc.constant<AccessEntry>({ kind: 'signedIn', what: 'signIn' }),
    );
    const flood = fc.array(fc.tuple(actor, entry, fc.integer({ min: 0, max: 40 })), {
      maxLength: 400,
    });
    fc.assert(
      fc.property(flood, (steps) => {
        const tally = new AccessTally(bounds);
        let now = 0;
        let events = 0;
        let seen = 0;
        let denied = 0;
        const take = (counts: ReturnType<AccessTally['due']>): void => {
          events += counts.length;
          for (const { count } of counts) seen += count;
        };
        for (const [by, one, pause] of steps) {
          now += pause;
          take(tally.due(now));
          const admission = tally.admit(by, one, now);
          if (admission === 'record') {
            events += 1;
            seen += 1;
          }
          if (admission === 'tooMany') denied += 1;
        }
        take(tally.due());
        expect(seen + denied).toBe(steps.length);
        const windows = Math.floor(now / bounds.windowMs) + 2;
        const accounts = 2;
        const most = (bounds.single + 1) * (bounds.refused + accounts * bounds.given) + 2;
        expect(events).toBeLessThanOrEqual(windows * most);
      }),
    );
  });
});
