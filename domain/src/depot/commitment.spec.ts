import { describe, expect, it } from 'vitest';
import { cityOf } from '../city.testkit.ts';
import {
  asked,
  givenDepot as given,
  moved,
  replenished,
  stockedProfile,
} from '../depot.testkit.ts';
import { recorded } from '../specification.testkit.ts';
import type { DepotCommand } from './commands.ts';
import { depotDecider } from './decide.ts';
import type { DepotEvent } from './events.ts';

const commit = (data: object = {}): DepotCommand => ({
  type: 'CommitStock',
  data: { commitment: 'c-1', request: 'q-1', quantity: 5, note: '', ...data },
});
const committed = (item: string, ...lots: readonly (readonly [string, number])[]): DepotEvent => ({
  type: 'StockCommitted',
  data: { ...moved(item, ...lots), note: '' },
});
const boats = [
  replenished('boat', 'open', 3),
  replenished('boat', 'late', 4, '2027-01-01'),
  replenished('boat', 'soon', 2, '2026-03-01'),
  asked('boat', 8),
];

describe('[S5] committing', () => {
  it('takes what expires first, and last what never does', () =>
    given(...boats)
      .when(commit({ quantity: 7 }))
      .thenEvents(committed('boat', ['soon', 2], ['late', 4], ['open', 1])));
  it('takes the lots that are named', () => {
    const lots = [
      { lot: 'open', quantity: 3 },
      { lot: 'late', quantity: 2 },
    ];
    const stock = given(...boats)
      .when(commit({ lots }))
      .thenEvents(committed('boat', ['open', 3], ['late', 2]));
    expect(stock.lots.get('boat')).toMatchObject([
      { lot: 'open', quantity: 3, committed: 3 },
      { lot: 'late', quantity: 4, committed: 2 },
      { lot: 'soon', quantity: 2, committed: 0 },
    ]);
  });
  it('leaves out a lot from the day after its last', () => {
    given(...boats)
      .when(commit({ quantity: 1 }), { now: '2026-03-01T15:59:59.000Z' })
      .thenEvents(committed('boat', ['soon', 1]));
    given(...boats)
      .when(commit({ quantity: 1 }), { now: '2026-03-01T16:00:00.000Z' })
      .thenEvents(committed('boat', ['late', 1]));
    given(...boats)
      .when(commit({ quantity: 8 }), { now: '2026-03-01T16:00:00.000Z' })
      .thenRejected('stockShort', 'quantity', { free: 7 });
    given(...boats)
      .when(commit({ quantity: 1, lots: [{ lot: 'soon', quantity: 1 }] }), {
        now: '2026-03-01T16:00:00.000Z',
      })
      .thenRejected('lotExpired', 'lots[0].lot', { expires: '2026-03-01' });
  });
  it('never takes more than is free', () => {
    const held = committed('boat', ['soon', 2], ['late', 4]);
    given(...boats, held, asked('boat', 9, 'q-2'))
      .when(commit({ commitment: 'c-2', request: 'q-2', quantity: 4 }))
      .thenRejected('stockShort', 'quantity', { item: 'boat', free: 3, wanted: 4 });
    given(...boats, held, asked('boat', 9, 'q-2'))
      .when(
        commit({
          commitment: 'c-2',
          request: 'q-2',
          quantity: 1,
          lots: [{ lot: 'soon', quantity: 1 }],
        }),
      )
      .thenRejected('stockShort', 'lots[0].quantity', { free: 0 });
  });
  it('never gives more than is still asked for', () => {
    given(...boats)
      .when(commit({ quantity: 9 }))
      .thenRejected('moreThanRequested', 'quantity', { left: 8, wanted: 9 });
    given(...boats, committed('boat', ['late', 4]))
      .when(commit({ commitment: 'c-2' }))
      .thenRejected('moreThanRequested', 'quantity', { left: 4 });
    given(...boats, {
      type: 'RequestUpdated',
      data: { request: 'q-1', elsewhere: 6, asOf: 3 },
    })
      .when(commit())
      .thenRejected('moreThanRequested', 'quantity', { left: 2 });
  });
  it.each([
    ['unknownRequest', 'request', { request: 'q-9' }],
    ['outOfRange', 'quantity', { quantity: 0 }],
    ['outOfRange', 'lots[0].quantity', { lots: [{ lot: 'late', quantity: 0 }] }],
    ['unknownLot', 'lots[0].lot', { lots: [{ lot: 'x', quantity: 5 }] }],
    ['lotsDontAddUp', 'lots', { lots: [{ lot: 'late', quantity: 4 }] }],
    ['lotsDontAddUp', 'lots', { lots: [] }],
    ['tooMany', 'lots', { lots: Array(51).fill({ lot: 'late', quantity: 1 }) }],
    [
      'alreadyExists',
      'lots[1].lot',
      {
        lots: [
          { lot: 'late', quantity: 2 },
          { lot: 'late', quantity: 3 },
        ],
      },
    ],
    ['controlCharacters', 'note', { note: '\u0000' }],
  ] as const)('is refused: %s of %s', (code, field, data) =>
    given(...boats)
      .when(commit(data))
      .thenRejected(code, field),
  );
  it('is refused under a number already used, and by a depot the city no longer has', () => {
    given(...boats, committed('boat', ['late', 4]))
      .when(commit())
      .thenRejected('alreadyExists', 'commitment');
    given(...boats)
      .when(commit(), { city: cityOf({ ...stockedProfile, depots: [] }) })
      .thenRejected('unknownDepot', 'depot', { depot: 'north' });
  });
  it('is an exercise where the request is one, and so is all that follows', () => {
    const drill = {
      ...asked('boat', 8),
      data: { ...asked('boat', 8).data, exercise: true as const },
    };
    const { decided } = given(...boats.slice(0, 3), drill).when(commit({ quantity: 1 }));
    expect(decided).toMatchObject([{ data: { exercise: true } }]);
    const after = given(...boats.slice(0, 3), drill, ...(decided as readonly DepotEvent[])).state;
    const issued: DepotEvent = {
      type: 'StockIssued',
      data: { ...moved('boat', ['soon', 1]), note: '', returnable: true },
    };
    expect(depotDecider.exercise?.(after, issued)).toBe(true);
    expect(depotDecider.exercise?.(after, replenished('boat', 'x', 1))).toBe(false);
  });
});

const reserved = [...boats, committed('boat', ['late', 4], ['open', 1])];
const issued = (...lots: readonly (readonly [string, number])[]): DepotEvent => ({
  type: 'StockIssued',
  data: { ...moved('boat', ...lots), note: '', returnable: true },
});
const on = (type: 'IssueStock' | 'ReturnStock' | 'ConsumeStock', data: object = {}) =>
  ({ type, data: { commitment: 'c-1', quantity: 5, note: '', ...data } }) as DepotCommand;

describe('[S5] issuing', () => {
  it('sends out what was reserved, in part or whole', () => {
    const stock = given(...reserved)
      .when(on('IssueStock'))
      .thenEvents(issued(['late', 4], ['open', 1]));
    expect(stock.lots.get('boat')).toMatchObject([
      { lot: 'open', quantity: 2, committed: 0 },
      { lot: 'late', quantity: 0, committed: 0 },
      { lot: 'soon', quantity: 2, committed: 0 },
    ]);
    given(...reserved)
      .when(on('IssueStock', { quantity: 1, lots: [{ lot: 'open', quantity: 1 }] }))
      .thenEvents(issued(['open', 1]));
  });
  it.each([
    ['unknownCommitment', 'commitment', { commitment: 'c-9' }],
    ['moreThanReserved', 'quantity', { quantity: 6 }],
    ['moreThanReserved', 'lots[0].quantity', { lots: [{ lot: 'open', quantity: 5 }] }],
    ['outOfRange', 'quantity', { quantity: -2 }],
    ['tooLong', 'note', { note: 'x'.repeat(4001) }],
  ] as const)('is refused: %s of %s', (code, field, data) =>
    given(...reserved)
      .when(on('IssueStock', data))
      .thenRejected(code, field),
  );
  it('keeps back a lot that expired meanwhile', () =>
    given(...reserved)
      .when(on('IssueStock'), { now: '2027-01-02T08:00:00.000Z' })
      .thenRejected('lotExpired', 'commitment', { expires: '2027-01-01' }));
});

describe('[S5] releasing', () => {
  const release = (data: object = {}): DepotCommand => ({
    type: 'ReleaseCommitment',
    data: { commitment: 'c-1', quantity: 5, reason: 'Not needed', ...data },
  });
  it('frees what was reserved', () => {
    const data = { ...moved('boat', ['late', 4], ['open', 1]), reason: 'Not needed' };
    const stock = given(...reserved)
      .when(release())
      .thenEvents({ type: 'StockReleased', data });
    expect(stock.lots.get('boat')?.map((lot) => lot.committed)).toEqual([0, 0, 0]);
  });
  it.each([
    ['unknownCommitment', 'commitment', { commitment: 'c-9' }],
    ['moreThanReserved', 'quantity', { quantity: 6 }],
    ['required', 'reason', { reason: '' }],
  ] as const)('is refused: %s of %s', (code, field, data) =>
    given(...reserved)
      .when(release(data))
      .thenRejected(code, field),
  );
});

describe('[S6] what went out', () => {
  const out = [...reserved, issued(['late', 4], ['open', 1])];
  it('comes back to the lots it came from, at most what went out', () => {
    const back = { ...moved('boat', ['late', 4]), note: '' };
    const stock = given(...out)
      .when(on('ReturnStock', { quantity: 4 }))
      .thenEvents({ type: 'StockReturned', data: back });
    expect(stock.lots.get('boat')?.find(({ lot }) => lot === 'late')?.quantity).toBe(4);
    given(...out, { type: 'StockReturned', data: back })
      .when(on('ReturnStock', { quantity: 2 }))
      .thenRejected('moreThanOut', 'quantity', { most: 1, wanted: 2 });
  });
  it('or won’t come back, and is not on hand again', () => {
    const stock = given(...out)
      .when(on('ConsumeStock'))
      .thenEvents({
        type: 'StockConsumed',
        data: { ...moved('boat', ['late', 4], ['open', 1]), note: '' },
      });
    expect(stock.lots.get('boat')?.map(({ lot, quantity }) => [lot, quantity])).toEqual([
      ['open', 2],
      ['soon', 2],
    ]);
    given(...out)
      .when(on('ConsumeStock', { quantity: 6 }))
      .thenRejected('moreThanOut', 'quantity', { most: 5 });
  });
  it('a lot is kept while something of it may come back', () => {
    const counted = { item: 'boat', lot: 'late', counted: 0, difference: 0, reason: 'Empty' };
    given(...out)
      .when({
        type: 'CountStock',
        data: { item: 'boat', lot: 'late', counted: 0, reason: 'Empty' },
      })
      .thenEvents({ type: 'StockCounted', data: counted });
  });
  it('is not given back where it is used up', () =>
    given(replenished('mask', 'M1', 20), asked(), committed('mask', ['M1', 5]), {
      type: 'StockIssued',
      data: { ...moved('mask', ['M1', 5]), note: '', returnable: false },
    })
      .when(on('ReturnStock'))
      .thenRejected('notReturnable', 'commitment', { item: 'mask' }));
  it.each(['ReturnStock', 'ConsumeStock'] as const)(
    '%s needs a commitment and a sound note',
    (type) => {
      given(...out)
        .when(on(type, { commitment: 'c-9' }))
        .thenRejected('unknownCommitment', 'commitment');
      given(...out)
        .when(on(type, { note: '\u0000' }))
        .thenRejected('controlCharacters', 'note');
    },
  );
});

describe('a request', () => {
  const { type: _, data } = asked('boat', 8);
  it('is received once, in the depot’s own name', () => {
    const { department, ...facts } = data;
    given()
      .when({ type: 'ReceiveRequest', data: facts })
      .thenEvents({ type: 'RequestReceived', data });
    given(...boats)
      .when({ type: 'ReceiveRequest', data: facts })
      .thenNothing();
  });
  it('is declined with a reason', () => {
    const declined = { incident: 'i-1', request: 'q-1', reason: 'All in use' };
    const stock = given(...boats)
      .when({ type: 'DeclineRequest', data: { request: 'q-1', reason: 'All in use' } })
      .thenEvents({ type: 'RequestDeclined', data: declined });
    expect(stock.requests.size).toBe(0);
    given(...boats)
      .when({ type: 'DeclineRequest', data: { request: 'q-1', reason: '' } })
      .thenRejected('required', 'reason');
    given()
      .when({ type: 'DeclineRequest', data: { request: 'q-1', reason: 'x' } })
      .thenRejected('unknownRequest', 'request');
  });
  it('[S9] closed frees what is still reserved for it, also where it was declined', () => {
    const close: DepotCommand = { type: 'CloseRequest', data: { request: 'q-1', reason: 'Over' } };
    const released: DepotEvent = {
      type: 'StockReleased',
      data: { ...moved('boat', ['late', 4]), reason: 'Over' },
    };
    const answer = { incident: 'i-1', request: 'q-1', reason: 'Over' };
    given(...reserved, issued(['open', 1]))
      .when(close)
      .thenEvents(released, { type: 'RequestClosed', data: answer });
    given(...reserved, issued(['open', 1]), { type: 'RequestDeclined', data: answer })
      .when(close)
      .thenEvents(released);
    given().when(close).thenNothing();
  });
});

describe('[C4] what an unseen event means for a command', () => {
  const all: Record<string, DepotEvent> = {
    replenished: replenished('boat', 'late', 1),
    other: replenished('boat', 'other', 1),
    committed: committed('boat', ['late', 1]),
    declined: {
      type: 'RequestDeclined',
      data: { incident: 'i-1', request: 'q-1', reason: 'x' },
    },
    issued: issued(['late', 1]),
    low: { type: 'StockLow', data: { item: 'boat', free: 1, threshold: 2 } },
  };
  const lot = { item: 'boat', lot: 'late' };
  it.each<[DepotCommand, readonly string[]]>([
    [commit(), ['committed', 'declined', 'issued']],
    [on('IssueStock'), ['committed', 'issued']],
    [on('ReturnStock'), ['committed', 'issued']],
    [
      { type: 'CountStock', data: { ...lot, counted: 1, reason: 'x' } },
      ['replenished', 'committed', 'issued'],
    ],
    [{ type: 'CloseRequest', data: { request: 'q-1', reason: 'x' } }, []],
    [{ type: 'ExpireLot', data: { ...lot, expires: '' } }, []],
  ])('$0.type', (command, expected) => {
    const touching = Object.entries(all)
      .filter(([, event]) => depotDecider.touches(command, recorded(event)))
      .map(([name]) => name);
    expect(touching).toEqual(expected);
  });
});
