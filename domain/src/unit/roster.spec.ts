import { describe, expect, it } from 'vitest';
import { specification } from '../specification.testkit.ts';
import { unitContext } from '../unit.testkit.ts';
import { unitDecider } from './decide.ts';
import type { UnitEvent, UnitFacts } from './events.ts';

const facts: UnitFacts = {
  unit: 'xinghe.E1',
  city: 'xinghe',
  callSign: 'E1',
  department: 'fire',
  kind: 'engine',
  name: { zh: '一号车', en: 'Engine 1' },
  capabilities: ['pump'],
  station: 'Station 1',
};
const moved = { ...facts, station: 'Station 2', capabilities: ['pump', 'rescue'] };
const { given } = specification(unitDecider, unitContext);

const registered: UnitEvent = { type: 'UnitRegistered', data: facts };
const onDuty: UnitEvent = { type: 'UnitOnDuty', data: {} };
const promise = { assignment: 'a-1', incident: 'i-1', callSign: 'E1', department: 'fire' };
const dispatched: UnitEvent = { type: 'UnitDispatched', data: promise };
const stacked: UnitEvent = { type: 'AssignmentStacked', data: promise };
const amend = (data: UnitFacts) => ({ type: 'AmendUnit', data }) as const;
const retire = { type: 'RetireUnit', data: { reason: 'Left the profile' } } as const;
const retired: UnitEvent = { type: 'UnitRetired', data: retire.data };

describe('amending a unit', () => {
  it('records what it is now, whatever it is doing', () => {
    const unit = given(registered, onDuty, dispatched)
      .when(amend(moved))
      .thenEvents({ type: 'UnitAmended', data: moved });
    expect(unit).toMatchObject({ facts: moved, onDuty: true, active: { assignment: 'a-1' } });
  });
  it('records nothing when it is already so', () =>
    given(registered)
      .when(amend({ ...facts }))
      .thenNothing());
  it('needs the same particulars as registering', () =>
    given(registered)
      .when(amend({ ...facts, station: '' }))
      .thenRejected('required', 'station'));
  it('is for a unit that there is', () => {
    given().when(amend(facts)).thenRejected('unknownUnit', 'unit');
    given(registered, retired).when(amend(facts)).thenRejected('unknownUnit', 'unit');
  });
});

describe('retiring a unit', () => {
  it('takes it off duty and out of every command’s reach', () => {
    const unit = given(registered, onDuty).when(retire).thenEvents(retired);
    expect(unit.onDuty).toBe(false);
    const dispatch = { type: 'DispatchUnit', data: { assignment: 'a', incident: 'i-1' } } as const;
    given(registered, onDuty, retired).when(dispatch).thenRejected('unknownUnit', 'unit');
    given(registered, retired).when(retire).thenRejected('unknownUnit', 'unit');
  });
  it('waits until nothing is under way or promised', () => {
    given(registered, onDuty, dispatched)
      .when(retire)
      .thenRejected('unitCommitted', 'unit', { incident: 'i-1', stage: 'dispatched' });
    given(registered, onDuty, stacked)
      .when(retire)
      .thenRejected('unitCommitted', 'unit', { incident: 'i-1', stage: 'stacked' });
  });
  it('needs a reason', () =>
    given(registered)
      .when({ type: 'RetireUnit', data: { reason: '' } })
      .thenRejected('required', 'reason'));
  it('can be undone by registering it again', () => {
    const unit = given(registered, retired)
      .when({ type: 'RegisterUnit', data: moved })
      .thenEvents({ type: 'UnitRegistered', data: moved });
    expect(unit.facts).toEqual(moved);
  });
});
