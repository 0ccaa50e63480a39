import { describe, expect, it } from 'vitest';
import { stockedCity } from '../../depot.testkit.ts';
import {
  cancelled,
  closed,
  commander,
  context,
  fireLiaison,
  policeLiaison,
  reported,
  resolved,
  taskIn,
} from '../../incident.testkit.ts';
import { now, recorded, specification } from '../../specification.testkit.ts';
import type { IncidentCommand } from '../commands.ts';
import { incidentDecider } from '../decide.ts';
import type { IncidentEvent } from '../events.ts';
import { touches } from '../touches.ts';
import type { SupplyCommand } from './commands.ts';
import type { SupplyEvent } from './events.ts';

const { given } = specification(incidentDecider, { ...context, city: stockedCity });

const open = taskIn.verified;
const depots = ['xinghe.north', 'xinghe.south'];
const wish = { request: 'q-1', item: 'boat', quantity: 5, note: 'Two crews' };
const asked: Extract<SupplyEvent, { type: 'SupplyRequested' }> = {
  type: 'SupplyRequested',
  data: { ...wish, city: 'xinghe', depots, requestedBy: context.actor.name },
};
const request = (data: object = {}): SupplyCommand => ({
  type: 'RequestSupplies',
  data: { ...wish, ...data },
});
const part = (quantity: number) => ({
  request: 'q-1',
  commitment: 'c-1',
  depot: 'xinghe.north',
  item: 'boat',
  lots: [{ lot: 'B1', quantity }],
});
const others = (elsewhere: number) => ({ others: [{ depot: 'xinghe.south', elsewhere }] });
const committed: SupplyEvent = { type: 'SupplyCommitted', data: { ...part(3), ...others(3) } };
const issued: SupplyEvent = { type: 'SupplyIssued', data: { ...part(3), returnable: true } };
const cancel = (reason = 'Not needed'): SupplyCommand => ({
  type: 'CancelSupplyRequest',
  data: { request: 'q-1', reason },
});
const taken: SupplyEvent = {
  type: 'SupplyRequestCancelled',
  data: { request: 'q-1', depots, reason: 'Not needed' },
};
const ended: SupplyEvent = { type: 'SupplyRequestEnded', data: { request: 'q-1', depots } };

describe('[S11] requesting supplies', () => {
  it('puts the request to all the city’s depots, or to the one named', () => {
    given(...open)
      .when(request())
      .thenEvents(asked);
    given(...open)
      .when(request({ depot: 'xinghe.south' }))
      .thenEvents({
        ...asked,
        data: { ...asked.data, depot: 'xinghe.south', depots: ['xinghe.south'] },
      });
  });
  it('is an exercise in one', () =>
    given(
      { ...reported, data: { ...reported.data, exercise: true } },
      ...open.filter((event) => event.type !== 'IncidentReported'),
    )
      .when(request())
      .thenEvents({ ...asked, data: { ...asked.data, exercise: true } }));
  it.each([
    ['unknownItem', 'item', { item: 'elephant' }],
    ['unknownDepot', 'depot', { depot: 'xinghe.moon' }],
    ['outOfRange', 'quantity', { quantity: 0 }],
    ['outOfRange', 'quantity', { quantity: 0.5 }],
    ['tooLong', 'note', { note: 'x'.repeat(4001) }],
  ] as const)('is refused: %s of %s', (code, field, data) =>
    given(...open)
      .when(request(data))
      .thenRejected(code, field),
  );
  it('is refused under a number already used, and beyond 200', () => {
    given(...open, asked)
      .when(request())
      .thenRejected('alreadyExists', 'request');
    const many = Array.from({ length: 200 }, (_, n) => ({
      ...asked,
      data: { ...asked.data, request: `q-${n + 2}` },
    }));
    given(...open, ...many)
      .when(request())
      .thenRejected('tooMany', 'request', { max: 200 });
  });
  it.each([
    ['reported', [reported]],
    ['resolved', [...open, resolved]],
    ['closed', [...open, resolved, closed]],
    ['cancelled', [reported, cancelled]],
  ] as const)('is refused while the incident is %s', (status, events) =>
    given(...events)
      .when(request())
      .thenRejected('incidentStatus', 'incident', { status }),
  );
  it('is refused where there is no city, no incident', () => {
    given(...open)
      .when(request(), { city: undefined })
      .thenRejected('unknownCity', 'city');
    given().when(request()).thenRejected('unknownIncident', 'incident');
  });
});

describe('[S11] taking a request back', () => {
  it('is recorded with its reason', () => {
    const { supplies } = given(...open, asked)
      .when(cancel())
      .thenEvents(taken);
    expect(supplies.get('q-1')).toMatchObject({
      status: 'cancelled',
      cancelled: { reason: 'Not needed', occurredAt: now },
    });
  });
  it('is refused without a reason, of one unknown and of one that no longer stands', () => {
    given(...open, asked)
      .when(cancel(''))
      .thenRejected('required', 'reason');
    given(...open)
      .when(cancel())
      .thenRejected('unknownRequest', 'request');
    given(...open, asked, taken)
      .when(cancel())
      .thenRejected('supplyRequestEnded', 'request', { status: 'cancelled' });
  });
  it('is for the department that asked, or the command centre', () => {
    const fires = recorded<IncidentEvent>(asked, { by: fireLiaison });
    given(...open, fires)
      .when(cancel(), { actor: policeLiaison })
      .thenRejected('requestOfAnother', 'request', { name: fireLiaison.name });
    for (const actor of [fireLiaison, commander])
      given(...open, fires)
        .when(cancel(), { actor })
        .thenEvents(taken);
  });
});

describe('[S9] what a depot did', () => {
  const carry = (
    movement: Extract<SupplyCommand, { type: 'CarrySupply' }>['data']['movement'],
    quantity: number,
  ): SupplyCommand => ({ type: 'CarrySupply', data: { ...part(quantity), movement } });

  it('is in the incident’s record, request by request', () => {
    given(...open, asked)
      .when(carry('committed', 3))
      .thenEvents(committed);
    given(...open, asked, committed)
      .when(carry('released', 1))
      .thenEvents({ type: 'SupplyReleased', data: { ...part(1), ...others(2) } });
    given(...open, asked, committed)
      .when({
        type: 'CarrySupply',
        data: { ...part(3), movement: 'issued', returnable: true },
      })
      .thenEvents(issued);
    const { state } = given(
      ...open,
      asked,
      committed,
      { type: 'SupplyReleased', data: { ...part(1), ...others(2) } },
      { type: 'SupplyIssued', data: { ...part(2), returnable: true } },
      { type: 'SupplyReturned', data: part(1) },
    );
    expect([...(state.supplies.get('q-1')?.commitments.values() ?? [])]).toEqual([
      {
        commitment: 'c-1',
        depot: 'xinghe.north',
        committed: 0,
        issued: 2,
        returned: 1,
        consumed: 0,
        returnable: true,
      },
    ]);
  });
  it.each(['returned', 'consumed'] as const)('is taken over: %s', (movement) => {
    const type = movement === 'returned' ? 'SupplyReturned' : 'SupplyConsumed';
    const { supplies } = given(...open, asked, committed, issued)
      .when(carry(movement, 2))
      .thenEvents({ type, data: part(2) });
    expect(supplies.get('q-1')?.commitments.get('c-1')).toMatchObject({ [movement]: 2 });
  });
  it('is taken whatever the incident’s and the request’s status: it was done', () => {
    const { others: _, ...bare } = committed.data as typeof committed.data & { others: unknown };
    for (const events of [
      [...open, asked, taken],
      [...open, asked, ended, resolved, closed],
    ])
      given(...events)
        .when(carry('committed', 3))
        .thenEvents({ type: 'SupplyCommitted', data: bare } as SupplyEvent);
    given(...open)
      .when(carry('committed', 3))
      .thenNothing();
  });
  it('tells the other depots what they need not give any more', () =>
    given(...open, asked, {
      type: 'SupplyCommitted',
      data: { ...part(1), commitment: 'c-0', depot: 'xinghe.south' },
    })
      .when(carry('committed', 3))
      .thenEvents(committed));
  it('a depot’s no is kept with its reason', () => {
    const data = { request: 'q-1', depot: 'xinghe.north', reason: 'All in use' };
    const { supplies } = given(...open, asked)
      .when({ type: 'CarryDecline', data })
      .thenEvents({ type: 'SupplyRequestDeclined', data });
    expect(supplies.get('q-1')?.declined).toMatchObject([
      { depot: 'xinghe.north', reason: 'All in use' },
    ]);
    given(...open)
      .when({ type: 'CarryDecline', data })
      .thenNothing();
  });
  it('about a request that was never made changes nothing', () =>
    expect(given(...open, committed).state.supplies.size).toBe(0));
});

describe('[S10] an incident', () => {
  const close: IncidentCommand = { type: 'CloseIncident', data: { note: '' } };
  const back: SupplyEvent = { type: 'SupplyReturned', data: part(1) };
  const used: SupplyEvent = { type: 'SupplyConsumed', data: part(2) };
  it('does not end while what must come back is out', () => {
    given(...open, asked, committed, issued, resolved)
      .when(close, { actor: commander })
      .thenRejected('suppliesOut', 'incident', { count: 1, items: 'boat × 3' });
    given(...open, asked, committed, issued, back)
      .when({ type: 'CancelIncident', data: { reason: 'test', note: 'Drill' } })
      .thenRejected('suppliesOut', 'incident', { items: 'boat × 2' });
  });
  it('ends when that was returned or consumed, and its requests with it', () => {
    const { supplies } = given(...open, asked, committed, issued, back, used, resolved)
      .when(close, { actor: commander })
      .thenEvents(ended, { type: 'IncidentClosed', data: { note: '' } });
    expect(supplies.get('q-1')?.status).toBe('ended');
    given(...open, asked, taken, resolved)
      .when(close, { actor: commander })
      .thenEvents({ type: 'IncidentClosed', data: { note: '' } });
  });
  it('ends whatever became of what is used up', () =>
    given(
      ...open,
      asked,
      committed,
      { type: 'SupplyIssued', data: { ...part(3), returnable: false } },
      resolved,
    )
      .when(close, { actor: commander })
      .thenEvents(ended, { type: 'IncidentClosed', data: { note: '' } }));
  it('cancelled ends its requests', () =>
    given(...open, asked, committed)
      .when({ type: 'CancelIncident', data: { reason: 'false', note: 'Nobody there' } })
      .thenEvents(ended, cancelled));
});

it('[C4] only what was done about the same request touches its cancelling', () => {
  const other = { ...asked, data: { ...asked.data, request: 'q-2' } };
  expect(touches(cancel(), recorded<IncidentEvent>(committed))).toBe(true);
  expect(touches(cancel(), recorded<IncidentEvent>(other))).toBe(false);
  expect(touches(request(), recorded<IncidentEvent>(committed))).toBe(false);
  expect(touches(request(), resolved)).toBe(true);
  const carried: IncidentCommand = {
    type: 'CarryDecline',
    data: { request: 'q-1', depot: 'd', reason: 'x' },
  };
  expect(touches(carried, recorded<IncidentEvent>(taken))).toBe(false);
});
