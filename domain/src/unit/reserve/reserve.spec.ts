import { describe, expect, it } from 'vitest';
import { later, now } from '../../specification.testkit.ts';
import { dispatched, first, given, onDuty, ready, registered, who } from '../../unit.testkit.ts';
import type { UnitEvent } from '../events.ts';

const cover = { reason: 'Cover for the marathon' };
const hold = (data: object = {}) =>
  ({ type: 'HoldInReserve', data: { ...cover, ...data } }) as const;
const held = (data: object = {}): UnitEvent => ({
  type: 'UnitHeldInReserve',
  data: { ...cover, ...data },
});
const released: UnitEvent = { type: 'UnitReleasedFromReserve', data: { reason: 'It is over' } };
const release = { type: 'ReleaseFromReserve', data: { reason: 'It is over' } } as const;
const expire = (until: string) => ({ type: 'ExpireReserve', data: { until } }) as const;
const dispatch = (data: object = {}) =>
  ({ type: 'DispatchUnit', data: { ...first, ...data } }) as const;

describe('holding a unit in reserve', () => {
  it('keeps who holds it and why', () => {
    const unit = given(...ready)
      .when(hold({ until: later(60) }))
      .thenEvents(held({ until: later(60) }));
    expect(unit.reserve).toEqual({ ...cover, until: later(60), since: now });
  });
  it('records nothing when it is already so, and a new reason or time when not', () => {
    given(...ready, held())
      .when(hold())
      .thenNothing();
    given(...ready, held())
      .when(hold({ until: later(60) }))
      .thenEvents(held({ until: later(60) }));
  });
  it('is possible while the unit is committed: it comes back into the reserve', () =>
    given(...ready, dispatched)
      .when(hold())
      .thenEvents(held()));
  it('needs a unit on duty, a reason and a time to come', () => {
    given(registered).when(hold()).thenRejected('unitOffDuty', 'unit', { callSign: 'E1' });
    given(...ready)
      .when(hold({ reason: ' ' }))
      .thenRejected('required', 'reason');
    given(...ready)
      .when(hold({ until: 'noon' }))
      .thenRejected('notATime', 'until');
    given(...ready)
      .when(hold({ until: now }))
      .thenRejected('inThePast', 'until');
  });
  it('ends by release, with the end of its time, and with the duty', () => {
    const unit = given(...ready, held())
      .when(release)
      .thenEvents(released);
    expect(unit.reserve).toBeUndefined();
    given(...ready)
      .when(release)
      .thenNothing();
    given(...ready, held())
      .when({ ...release, data: { reason: '\u202e' } })
      .thenRejected('controlCharacters', 'reason');
    expect(
      given(...ready, held(), { type: 'UnitOffDuty', data: { reason: 'x' } }, onDuty).state.reserve,
    ).toBeUndefined();
  });
  it('is not ended by a timer that was set for another time', () => {
    given(...ready, held({ until: later(60) }))
      .when(expire(later(60)))
      .thenEvents({ type: 'UnitReleasedFromReserve', data: { timeOver: true } });
    given(...ready, held({ until: later(90) }))
      .when(expire(later(60)))
      .thenNothing();
    given(...ready, held())
      .when(expire(later(60)))
      .thenNothing();
  });
});

describe('[U6] dispatching a unit that is in reserve', () => {
  it('is refused unless somebody says so', () =>
    given(...ready, held())
      .when(dispatch({ reason: 'Nearest' }))
      .thenRejected('unitInReserve', 'unit', { callSign: 'E1', reason: cover.reason }));
  it('needs a reason', () =>
    given(...ready, held())
      .when(dispatch({ fromReserve: true }))
      .thenRejected('required', 'reason'));
  it('is recorded as such, and leaves it in reserve', () => {
    const unit = given(...ready, held())
      .when(dispatch({ fromReserve: true, reason: 'A child is inside' }))
      .thenEvents({
        type: 'UnitDispatched',
        data: { ...first, ...who, reason: 'A child is inside', fromReserve: true },
      });
    expect(unit.reserve).toBeDefined();
  });
  it('is not said of a unit that is not in reserve', () =>
    given(...ready)
      .when(dispatch({ fromReserve: true }))
      .thenEvents(dispatched));
});
