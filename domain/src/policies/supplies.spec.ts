import { describe, expect, it } from 'vitest';
import { moved, replenished } from '../depot.testkit.ts';
import { position, revision } from '../metadata.ts';
import { recorded } from '../specification.testkit.ts';
import type { LogEvent, TocsinEvent } from '../tocsinEvent.ts';
import { supplies } from './supplies.ts';

const stored = (event: TocsinEvent, stream: string, id = 'event-1'): LogEvent => ({
  ...recorded(event),
  id,
  stream,
  revision: revision(7),
  position: position(0),
});
const fromDepot = (event: TocsinEvent) => supplies.react(stored(event, 'depot-xinghe.north'));
const fromIncident = (event: TocsinEvent) => supplies.react(stored(event, 'incident-i-1'));
const depots = ['xinghe.north', 'xinghe.south'];
const toDepot = (id: string, type: string, data: object) => ({
  kind: 'command',
  target: { stream: 'depot', id, command: { type, data } },
});

describe('[S9] what an incident asks for', () => {
  const wish = { request: 'q-1', item: 'boat', quantity: 5, note: '', requestedBy: 'D' };
  it('is put to each of the depots', () =>
    expect(
      fromIncident({ type: 'SupplyRequested', data: { ...wish, city: 'xinghe', depots } }),
    ).toMatchObject(
      ['north', 'south'].map((depot) =>
        toDepot(`xinghe.${depot}`, 'ReceiveRequest', {
          ...wish,
          city: 'xinghe',
          depot,
          incident: 'i-1',
        }),
      ),
    ));
  it('is closed at each when it no longer stands', () => {
    const of = (reason: string) =>
      depots.map((id) => toDepot(id, 'CloseRequest', { request: 'q-1', reason }));
    expect(
      fromIncident({
        type: 'SupplyRequestCancelled',
        data: { request: 'q-1', depots, reason: 'Moot' },
      }),
    ).toMatchObject(of('Moot'));
    expect(
      fromIncident({ type: 'SupplyRequestEnded', data: { request: 'q-1', depots } }),
    ).toMatchObject(of('incidentEnded'));
  });
  it('and what others give to it is told, with the revision that says so', () => {
    const share = { ...moved('boat', ['B1', 2]), depot: 'xinghe.north' };
    const { incident, ...data } = share;
    for (const type of ['SupplyCommitted', 'SupplyReleased'] as const) {
      const others = [{ depot: 'xinghe.south', elsewhere: 2 }];
      expect(fromIncident({ type, data: { ...data, others } })).toMatchObject([
        toDepot('xinghe.south', 'UpdateRequest', { request: 'q-1', elsewhere: 2, asOf: 7 }),
      ]);
      expect(fromIncident({ type, data })).toEqual([]);
    }
  });
});

describe('[S9] what a depot did', () => {
  const { incident, ...facts } = moved('boat', ['B1', 2]);
  it.each<[TocsinEvent, string, object]>([
    [{ type: 'StockCommitted', data: { ...facts, incident, note: '' } }, 'committed', {}],
    [{ type: 'StockReleased', data: { ...facts, incident, reason: 'x' } }, 'released', {}],
    [
      { type: 'StockIssued', data: { ...facts, incident, note: '', returnable: true } },
      'issued',
      { returnable: true },
    ],
    [{ type: 'StockReturned', data: { ...facts, incident, note: '' } }, 'returned', {}],
    [{ type: 'StockConsumed', data: { ...facts, incident, note: '' } }, 'consumed', {}],
  ])('$0.type is carried to the incident', (event, movement, more) => {
    const data = { ...facts, depot: 'xinghe.north', movement, ...more };
    const command = { type: 'CarrySupply', data };
    expect(fromDepot(event)).toEqual([
      {
        kind: 'command',
        target: { stream: 'incident', id: 'i-1', command },
        commandId: expect.any(String),
      },
    ]);
  });
  it('a no is carried with its reason', () =>
    expect(
      fromDepot({
        type: 'RequestDeclined',
        data: { incident: 'i-1', request: 'q-1', reason: 'All in use' },
      }),
    ).toMatchObject([
      {
        target: {
          stream: 'incident',
          id: 'i-1',
          command: {
            type: 'CarryDecline',
            data: { request: 'q-1', depot: 'xinghe.north', reason: 'All in use' },
          },
        },
      },
    ]));
  it('derives each command’s id from the event and where it goes', () => {
    const event: TocsinEvent = { type: 'SupplyRequestEnded', data: { request: 'q-1', depots } };
    const ids = (id: string) =>
      supplies
        .react(stored(event, 'incident-i-1', id))
        .map((one) => ('commandId' in one ? one.commandId : ''));
    expect(ids('event-1')).toEqual(ids('event-1'));
    expect(new Set([...ids('event-1'), ...ids('event-2')]).size).toBe(4);
  });
});

describe('[S8] a lot’s last days', () => {
  const dated = replenished('mask', 'M1', 5, '2026-04-10');
  const times = { announceAt: '2026-03-10T16:00:00.000Z', expiresAt: '2026-04-10T16:00:00.000Z' };
  const timers = ['AnnounceExpiry', 'ExpireLot'].map((one) => `${one}:xinghe.north:mask:M1`);
  it('are watched by two timers', () => {
    const data = { item: 'mask', lot: 'M1', expires: '2026-04-10' };
    expect(fromDepot({ ...dated, data: { ...dated.data, ...times } })).toMatchObject([
      {
        kind: 'schedule',
        timer: timers[0],
        due: times.announceAt,
        target: { stream: 'depot', command: { type: 'AnnounceExpiry', data } },
      },
      {
        kind: 'schedule',
        timer: timers[1],
        due: times.expiresAt,
        target: { stream: 'depot', command: { type: 'ExpireLot', data } },
      },
    ]);
    expect(fromDepot(replenished('mask', 'M1', 5))).toEqual([]);
    expect(fromDepot(dated)).toEqual([]);
  });
  it('are watched no longer when nothing is left of it', () => {
    const off = { item: 'mask', lot: 'M1', quantity: 5, reason: 'lost', note: '' } as const;
    const cancelled = timers.map((timer) => ({ kind: 'cancel', timer }));
    expect(fromDepot({ type: 'StockWrittenOff', data: { ...off, emptied: true } })).toEqual(
      cancelled,
    );
    expect(fromDepot({ type: 'StockWrittenOff', data: off })).toEqual([]);
    const counted = { item: 'mask', lot: 'M1', counted: 0, difference: -5, reason: 'x' };
    expect(fromDepot({ type: 'StockCounted', data: { ...counted, emptied: true } })).toEqual(
      cancelled,
    );
  });
});

it('everything else is left alone', () => {
  expect(
    fromDepot({ type: 'RequestClosed', data: { incident: 'i', request: 'q', reason: '' } }),
  ).toEqual([]);
  expect(fromIncident({ type: 'IncidentContained', data: {} })).toEqual([]);
});
