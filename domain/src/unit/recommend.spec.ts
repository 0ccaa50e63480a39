import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualRules } from '../city/rules.ts';
import { metresBetween } from '../place.ts';
import { later, now } from '../specification.testkit.ts';
import { dispatched, first, given, ready, who } from '../unit.testkit.ts';
import { type Candidate, recommend } from './recommend.ts';
import { mostConsidered, type Recommendation, recommendationFault } from './recommendation.ts';

const place = { lon: 110.5, lat: 30.5 };
const rules = {
  travel: {
    detourFactor: 1.4,
    speedKmh: { motorcycle: 80 },
    usualSpeedKmh: 40,
    positionGoodForSeconds: 120,
  },
};
/** A unit whose station is so many hundredths of a degree north of the incident. */
const at = (callSign: string, hundredths: number, more: Partial<Candidate> = {}): Candidate => ({
  id: `xinghe.${callSign}`,
  callSign,
  kind: 'engine',
  capabilities: ['water'],
  onDuty: true,
  lon: place.lon,
  lat: place.lat + hundredths / 100,
  stacked: [],
  ...more,
});
const ask = (units: readonly Candidate[], count = 1, where: typeof place | undefined = place) =>
  recommend(units, { capability: 'water', count }, where, now, rules);
const reasons = (found: ReturnType<typeof ask>) =>
  found.map(({ callSign, reason }) => `${callSign} ${reason}`);

describe('[U4] recommending units', () => {
  it('takes the nearest with the capability, and says why not the others', () => {
    const found = ask([
      at('E5', 1, { capabilities: [] }),
      at('E4', 1, { onDuty: false }),
      at('E3', 1, { active: { incident: 'i-9' } }),
      at('E7', 1, { stacked: [{ incident: 'i-8' }] }),
      at('E6', 1, { reserve: {} }),
      at('E8', 1, { lon: undefined as unknown as number }),
      at('E2', 3),
      at('E1', 2),
    ]);
    expect(reasons(found)).toEqual([
      'E1 chosen',
      'E2 farther',
      'E8 positionUnknown',
      'E3 committed',
      'E7 committed',
      'E6 inReserve',
      'E4 offDuty',
      'E5 noCapability',
    ]);
    expect(found[3]).toMatchObject({ incident: 'i-9' });
    expect(found[4]).toMatchObject({ incident: 'i-8' });
  });
  it('estimates the travel time by distance, detour and the speed of the kind', () => {
    const [engine] = ask([at('E1', 1)]);
    const metres = metresBetween(place, { lon: 110.5, lat: 30.51 }) * 1.4;
    expect(engine).toMatchObject({ from: 'station', metres: Math.round(metres) });
    expect(engine?.seconds).toBe(Math.round((metres * 3.6) / 40));
    const found = ask([at('E1', 1), at('M1', 1.5, { kind: 'motorcycle' })]);
    expect(reasons(found)).toEqual(['M1 chosen', 'E1 farther']);
  });
  it('goes by where the unit is while that is known, else by its station', () => {
    const near = { ...place, at: later(-120) };
    const old = { ...place, at: later(-121) };
    const found = ask([at('E1', 1, { lastPosition: old }), at('E2', 9, { lastPosition: near })]);
    expect(found).toMatchObject([
      { callSign: 'E2', from: 'position', seconds: 0 },
      { callSign: 'E1', from: 'station' },
    ]);
  });
  it('chooses as many as are wanted and can go', () => {
    const units = [at('E1', 1), at('E2', 2), at('E3', 3, { reserve: {} })];
    expect(reasons(ask(units, 5))).toEqual(['E1 chosen', 'E2 chosen', 'E3 inReserve']);
    expect(reasons(ask([], 1))).toEqual([]);
  });
  it('chooses none where the place is not known', () =>
    expect(
      reasons(
        recommend(
          [at('E2', 1), at('E1', 2)],
          { capability: 'water', count: 1 },
          undefined,
          now,
          usualRules,
        ),
      ),
    ).toEqual(['E1 positionUnknown', 'E2 positionUnknown']));
  it('never recommends whom it may not, nor a farther one before a nearer', () => {
    const unit = fc.record({
      onDuty: fc.boolean(),
      able: fc.boolean(),
      busy: fc.boolean(),
      reserved: fc.boolean(),
      distance: fc.integer({ min: 0, max: 90 }),
    });
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 30 }),
        fc.integer({ min: 1, max: 5 }),
        (all, count) => {
          const units = all.map((one, index) =>
            at(`E${index}`, one.distance, {
              onDuty: one.onDuty,
              capabilities: one.able ? ['water'] : [],
              ...(one.busy ? { active: { incident: 'i' } } : {}),
              ...(one.reserved ? { reserve: {} } : {}),
            }),
          );
          const found = ask(units, count);
          expect(found).toHaveLength(units.length);
          const free = all.filter((one) => one.onDuty && one.able && !one.busy && !one.reserved);
          const chosen = found.filter(({ reason }) => reason === 'chosen');
          expect(chosen).toHaveLength(Math.min(count, free.length));
          const nearest = free.map(({ distance }) => distance).sort((a, b) => a - b);
          const distances = chosen.map(
            ({ unit: id }) => all[Number(id.slice('xinghe.E'.length))]?.distance,
          );
          expect(distances).toEqual(nearest.slice(0, count));
        },
      ),
    );
  });
});

describe('[U5] what was recommended', () => {
  const shown: Recommendation = {
    rule: 'nearest-capable@1',
    capability: 'water',
    rank: 2,
    chosen: ['xinghe.E2'],
    considered: [
      { unit: 'xinghe.E2', callSign: 'E2', seconds: 90, reason: 'chosen' },
      { unit: 'xinghe.E1', callSign: 'E1', seconds: 120, reason: 'farther' },
    ],
  };
  const dispatch = (more: object) =>
    ({ type: 'DispatchUnit', data: { ...first, ...more } }) as const;

  it('is kept in the dispatch, with the reason for taking another', () => {
    const grounds = { recommendation: shown, reason: 'E2 is refuelling' };
    given(...ready)
      .when(dispatch(grounds))
      .thenEvents({ type: 'UnitDispatched', data: { ...first, ...who, ...grounds } });
    given(...ready)
      .when(dispatch({}))
      .thenEvents(dispatched);
  });
  it.each<[object, string, string]>([
    [{ rank: -1 }, 'outOfRange', 'recommendation.rank'],
    [{ rank: 1.5 }, 'outOfRange', 'recommendation.rank'],
    [{ rule: '' }, 'required', 'recommendation.rule'],
    [{ capability: 'x'.repeat(65) }, 'tooLong', 'recommendation.capability'],
    [{ chosen: [''] }, 'required', 'recommendation.chosen[0]'],
    [{ chosen: Array(mostConsidered + 1).fill('u') }, 'tooMany', 'recommendation.chosen'],
    [
      { considered: Array(mostConsidered + 1).fill(shown.considered[0]) },
      'tooMany',
      'recommendation.considered',
    ],
    [
      { considered: [{ ...shown.considered[0], seconds: -1 }] },
      'outOfRange',
      'recommendation.considered[0].seconds',
    ],
    [
      { considered: [{ ...shown.considered[0], callSign: '' }] },
      'required',
      'recommendation.considered[0].callSign',
    ],
  ])('is refused when it is no such thing: %j', (wrong, code, field) => {
    given(...ready)
      .when(dispatch({ recommendation: { ...shown, ...wrong } }))
      .thenRejected(code as 'required', field);
  });
  it('is fine when none was shown', () => expect(recommendationFault(undefined)).toBeUndefined());
  it('takes no unreadable reason', () =>
    given(...ready)
      .when(dispatch({ reason: '\u202e' }))
      .thenRejected('controlCharacters', 'reason'));
});
