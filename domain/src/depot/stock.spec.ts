import { describe, expect, it } from 'vitest';
import { asked, givenDepot as given, moved, replenished, replenishment } from '../depot.testkit.ts';
import { person } from '../specification.testkit.ts';
import type { DepotCommand } from './commands.ts';
import type { DepotEvent } from './events.ts';
import { freeOf } from './stock.ts';

const replenish = (data: object = {}): DepotCommand => ({
  type: 'ReplenishStock',
  data: { ...replenishment, ...data },
});
const committed: DepotEvent = {
  type: 'StockCommitted',
  data: { ...moved('mask', ['M1', 12]), note: '' },
};
const masks = replenished('mask', 'M1', 20);

describe('[S4] replenishing', () => {
  it('takes a lot in', () => {
    const stock = given().when(replenish()).thenEvents(masks);
    expect(stock).toMatchObject({ city: 'xinghe', depot: 'north', department: 'fire' });
    expect(stock.lots.get('mask')).toEqual([{ lot: 'M1', quantity: 20, committed: 0 }]);
  });
  it('[S8] says when the lot’s end is announced and when it comes, by the city’s days', () => {
    const dated = replenished('mask', 'M1', 20, '2026-04-10');
    given()
      .when(replenish({ expires: '2026-04-10' }))
      .thenEvents({
        ...dated,
        data: {
          ...dated.data,
          announceAt: '2026-03-10T16:00:00.000Z',
          expiresAt: '2026-04-10T16:00:00.000Z',
        },
      });
  });
  it('adds to a lot of the same day', () => {
    const stock = given(masks).when(replenish()).thenEvents(masks);
    expect(stock.lots.get('mask')).toEqual([{ lot: 'M1', quantity: 40, committed: 0 }]);
    given(masks)
      .when(replenish({ expires: '2026-04-10' }))
      .thenRejected('lotExpires', 'expires', { lot: 'M1', expires: '' });
  });
  it.each([
    ['unknownDepot', 'depot', { depot: 'nowhere' }],
    ['unknownItem', 'item', { item: 'elephant' }],
    ['required', 'lot', { lot: ' ' }],
    ['tooLong', 'lot', { lot: 'x'.repeat(65) }],
    ['outOfRange', 'quantity', { quantity: 0 }],
    ['outOfRange', 'quantity', { quantity: -1 }],
    ['outOfRange', 'quantity', { quantity: 1.5 }],
    ['outOfRange', 'quantity', { quantity: 1_000_001 }],
    ['notADay', 'expires', { expires: '2026-02-30' }],
    ['lotExpired', 'expires', { expires: '2026-02-28' }],
    ['controlCharacters', 'note', { note: '\u0000' }],
  ] as const)('is refused: %s of %s', (code, field, data) =>
    given().when(replenish(data)).thenRejected(code, field),
  );
  it('is refused where a lot would hold more than can be counted', () =>
    given(replenished('mask', 'M1', 999_990))
      .when(replenish())
      .thenRejected('outOfRange', 'quantity', { max: 10 }));
  it('is refused beyond 200 lots of an item', () => {
    const many = Array.from({ length: 200 }, (_, n) => replenished('mask', `L${n}`, 1));
    given(...many)
      .when(replenish({ lot: 'one more' }))
      .thenRejected('tooMany', 'lot', { max: 200 });
  });
  it('is refused in a city that is not there', () =>
    given().when(replenish(), { city: undefined }).thenRejected('unknownCity', 'city'));
});

describe('[S4] counting', () => {
  const count = (counted: number, reason = 'Yearly inventory'): DepotCommand => ({
    type: 'CountStock',
    data: { item: 'mask', lot: 'M1', counted, reason },
  });
  it.each([
    [20, 0],
    [18, -2],
    [25, 5],
  ])('sets %i and records the difference of %i', (counted, difference) => {
    const data = { item: 'mask', lot: 'M1', counted, difference, reason: 'Yearly inventory' };
    const stock = given(masks).when(count(counted)).thenEvents({ type: 'StockCounted', data });
    expect(stock.lots.get('mask')).toEqual([{ lot: 'M1', quantity: counted, committed: 0 }]);
  });
  it('drops a lot of which nothing is left', () => {
    const data = { item: 'boat', lot: 'B1', counted: 0, difference: -2, reason: 'Sunk' };
    const stock = given(replenished('boat', 'B1', 2))
      .when({ type: 'CountStock', data: { item: 'boat', lot: 'B1', counted: 0, reason: 'Sunk' } })
      .thenEvents({ type: 'StockCounted', data: { ...data, emptied: true } });
    expect(stock.lots.get('boat')).toEqual([]);
  });
  it.each([
    [-1, 'x', 'outOfRange', 'counted'],
    [0.5, 'x', 'outOfRange', 'counted'],
    [1, '', 'required', 'reason'],
  ] as const)('is refused: %d because “%s”', (counted, reason, code, field) =>
    given(masks).when(count(counted, reason)).thenRejected(code, field),
  );
  it('is refused of a lot that isn’t there, and below what is reserved', () => {
    given().when(count(1)).thenRejected('unknownLot', 'lot', { lot: 'M1' });
    given(masks, asked(), committed)
      .when(count(11))
      .thenRejected('stockReserved', 'counted', { committed: 12 });
  });
});

describe('[S4] writing off', () => {
  const writeOff = (data: object = {}): DepotCommand => ({
    type: 'WriteOffStock',
    data: { item: 'mask', lot: 'M1', quantity: 5, reason: 'damaged', note: 'Wet', ...data },
  });
  it('takes it out of the lot', () => {
    const data = { item: 'mask', lot: 'M1', quantity: 5, reason: 'damaged', note: 'Wet' } as const;
    const stock = given(masks).when(writeOff()).thenEvents({ type: 'StockWrittenOff', data });
    expect(freeOf(stock, 'mask', '2026-03-01')).toBe(15);
  });
  it.each([
    ['unknownLot', 'lot', { lot: 'M2' }],
    ['outOfRange', 'quantity', { quantity: 0 }],
    ['stockShort', 'quantity', { quantity: 21 }],
    ['notOneOf', 'reason', { reason: 'bored' }],
    ['tooLong', 'note', { note: 'x'.repeat(4001) }],
  ] as const)('is refused: %s of %s', (code, field, data) =>
    given(masks).when(writeOff(data)).thenRejected(code, field),
  );
  it('is refused of what is reserved', () =>
    given(masks, asked(), committed)
      .when(writeOff({ quantity: 9 }))
      .thenRejected('stockReserved', 'quantity', { committed: 12 }));
});

describe('[S7] low stock', () => {
  const low: DepotEvent = { type: 'StockLow', data: { item: 'mask', free: 9, threshold: 10 } };
  const lose = (quantity: number): DepotCommand => ({
    type: 'WriteOffStock',
    data: { item: 'mask', lot: 'M1', quantity, reason: 'lost', note: '' },
  });
  const lost = (quantity: number): DepotEvent => ({
    type: 'StockWrittenOff',
    data: { item: 'mask', lot: 'M1', quantity, reason: 'lost', note: '' },
  });
  it('is announced once when less is free than the profile wants', () => {
    given(masks).when(lose(10)).thenEvents(lost(10));
    given(masks).when(lose(11)).thenEvents(lost(11), low);
    given(masks, lost(11), low).when(lose(1)).thenEvents(lost(1));
  });
  it('is taken back when there is enough again', () => {
    const stock = given(masks, lost(11), low)
      .when(replenish({ quantity: 1 }))
      .thenEvents(replenished('mask', 'M1', 1), {
        type: 'StockRecovered',
        data: { item: 'mask', free: 10, threshold: 10 },
      });
    expect(stock.low.size).toBe(0);
  });
  it('counts what is reserved as gone, and what is released as back', () => {
    const commit: DepotCommand = {
      type: 'CommitStock',
      data: { commitment: 'c-1', request: 'q-1', quantity: 12, note: '' },
    };
    const alarm: DepotEvent = { type: 'StockLow', data: { item: 'mask', free: 8, threshold: 10 } };
    given(masks, asked()).when(commit).thenEvents(committed, alarm);
    const release = { commitment: 'c-1', quantity: 2, reason: 'Enough' };
    given(masks, asked(), committed, alarm)
      .when({ type: 'ReleaseCommitment', data: release })
      .thenEvents(
        { type: 'StockReleased', data: { ...moved('mask', ['M1', 2]), reason: 'Enough' } },
        { type: 'StockRecovered', data: { item: 'mask', free: 10, threshold: 10 } },
      );
  });
  it('is raised by an expiring lot, by itself', () =>
    given(replenished('mask', 'M1', 20, '2026-02-28'))
      .when({ type: 'ExpireLot', data: { item: 'mask', lot: 'M1', expires: '2026-02-28' } })
      .thenEvents(
        {
          type: 'LotExpired',
          data: { item: 'mask', lot: 'M1', expires: '2026-02-28', quantity: 20 },
        },
        { type: 'StockLow', data: { item: 'mask', free: 0, threshold: 10 } },
      ));
});

describe('[S8] a lot’s end', () => {
  const expires = '2026-03-20';
  const data = { item: 'boat', lot: 'B1', expires };
  const held = replenished('boat', 'B1', 3, expires);
  const facts = { ...data, quantity: 3 };
  it('is announced, and comes, once', () => {
    given(held)
      .when({ type: 'AnnounceExpiry', data })
      .thenEvents({ type: 'LotExpiring', data: facts });
    given(held, { type: 'LotExpiring', data: facts })
      .when({ type: 'AnnounceExpiry', data })
      .thenNothing();
    given(held, { type: 'LotExpiring', data: facts })
      .when({ type: 'ExpireLot', data })
      .thenEvents({ type: 'LotExpired', data: facts });
    for (const type of ['AnnounceExpiry', 'ExpireLot'] as const)
      given(held, { type: 'LotExpired', data: facts }).when({ type, data }).thenNothing();
  });
  it('is silent about a lot that is gone or of another day', () => {
    given().when({ type: 'ExpireLot', data }).thenNothing();
    given(replenished('boat', 'B1', 3, '2027-01-01'))
      .when({ type: 'AnnounceExpiry', data })
      .thenNothing();
  });
});

it('a request that others gave to is told once, and never older news', () => {
  const update = (elsewhere: number, asOf: number): DepotCommand => ({
    type: 'UpdateRequest',
    data: { request: 'q-1', elsewhere, asOf },
  });
  const told: DepotEvent = {
    type: 'RequestUpdated',
    data: { request: 'q-1', elsewhere: 4, asOf: 7 },
  };
  given(asked()).when(update(4, 7)).thenEvents(told);
  given(asked(), told).when(update(4, 8)).thenNothing();
  given(asked(), told).when(update(0, 6)).thenNothing();
  given().when(update(4, 7)).thenNothing();
});

it('what is decided depends on nobody’s name', () =>
  given(masks)
    .when(replenish(), { actor: person('other') })
    .thenEvents(masks));
