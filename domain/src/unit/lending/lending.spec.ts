import { describe, expect, it } from 'vitest';
import { later } from '../../specification.testkit.ts';
import {
  dispatched,
  facts,
  given,
  reach,
  ready,
  registered,
  second,
  stacked,
} from '../../unit.testkit.ts';
import type { UnitEvent } from '../events.ts';

const lentFacts = { ...facts, unit: 'xinghe.north-E1', jurisdiction: 'north' };
const loan = { jurisdiction: 'north', incident: 'i-1', request: 'r-1' };
const lend = (more: object = {}) =>
  ({ type: 'LendUnit', data: { facts: lentFacts, loan: { ...loan, ...more } } }) as const;
const known: UnitEvent = { type: 'UnitRegistered', data: lentFacts };
const lent: UnitEvent = { type: 'UnitLent', data: loan };
const home: UnitEvent = { type: 'UnitRetired', data: { reason: 'Over' } };
const giveBack = (more: object = {}) =>
  ({ type: 'ReturnUnit', data: { reason: 'Over', ...more } }) as const;

describe('[U10] a unit that another jurisdiction lends', () => {
  it('is registered as its own and is on duty', () => {
    const unit = given().when(lend()).thenEvents(known, lent);
    expect(unit).toMatchObject({ onDuty: true, lent: loan, facts: { jurisdiction: 'north' } });
  });
  it('is lent once for a request, and again for another', () => {
    given(known, lent).when(lend()).thenNothing();
    given(known, lent)
      .when(lend({ request: 'r-2' }))
      .thenEvents({ type: 'UnitLent', data: { ...loan, request: 'r-2' } });
    given(known, lent, home).when(lend()).thenEvents(known, lent);
  });
  it('is never one of the city’s own', () =>
    given(registered).when(lend()).thenRejected('alreadyExists', 'unit'));
  it('goes home when it has nothing left to do', () => {
    const unit = given(known, lent).when(giveBack()).thenEvents(home);
    expect(unit.onDuty).toBe(false);
    expect(unit.facts ?? unit.lent).toBeUndefined();
    given(known, lent)
      .when(giveBack({ request: 'r-1' }))
      .thenEvents(home);
    given(known, lent, dispatched)
      .when(giveBack())
      .thenRejected('unitCommitted', 'unit', { incident: 'i-1', stage: 'dispatched' });
    given(known, lent, stacked).when(giveBack()).thenRejected('unitCommitted', 'unit');
    given(known, lent, dispatched, reach('cleared')).when(giveBack()).thenEvents(home);
  });
  describe('when what it was lent for is over', () => {
    const over = giveBack({ request: 'r-1' });
    const due: UnitEvent = { type: 'UnitReturnDue', data: { request: 'r-1', reason: 'Over' } };

    it('is let go by what holds it first, and goes home in the same step', () => {
      given(known, lent, dispatched).when(over).thenEvents(due);
      given(known, lent, dispatched, due).when(over).thenNothing();
      const clear = { type: 'RecordStage', data: { assignment: 'a-1', stage: 'cleared' } } as const;
      const unit = given(known, lent, dispatched, due)
        .when(clear)
        .thenEvents(reach('cleared'), home);
      expect(unit.facts ?? unit.lent ?? unit.returnDue).toBeUndefined();
    });
    it('stays for what else it was promised to', () => {
      given(known, lent, dispatched, stacked, due)
        .when({ type: 'RecordStage', data: { assignment: 'a-1', stage: 'cleared' } })
        .thenEvents(reach('cleared'));
      const cancel = {
        type: 'CancelAssignment',
        data: { assignment: 'a-2', reason: 'r' },
      } as const;
      given(known, lent, stacked, due)
        .when(cancel)
        .thenEvents({ type: 'AssignmentCancelled', data: { ...second, reason: 'r' } }, home);
    });
    it('stays where it was lent anew meanwhile', () => {
      const anew: UnitEvent = { type: 'UnitLent', data: { ...loan, request: 'r-2' } };
      given(known, lent, dispatched, due, anew)
        .when({ type: 'RecordStage', data: { assignment: 'a-1', stage: 'cleared' } })
        .thenEvents(reach('cleared'));
    });
    it('is asked nothing more by process managers once it is gone', () => {
      given(known, lent, home).when(over).thenNothing();
      const of = { assignment: 'a-1', check: 1 };
      for (const late of [
        { type: 'ReleaseAssignment', data: { assignment: 'a-1', cause: 'resolved' } },
        { type: 'ExpireReserve', data: { until: later(60) } },
        { type: 'RequestPar', data: of },
        { type: 'DeclareParOverdue', data: of },
      ] as const)
        given(known, lent, home).when(late).thenNothing();
    });
  });
  it('stays when the request that ended is not the one it is lent for', () => {
    given(known, lent)
      .when(giveBack({ request: 'r-0' }))
      .thenNothing();
    given(...ready)
      .when(giveBack())
      .thenNothing();
    given(known, lent)
      .when(giveBack({ reason: '\u202e' }))
      .thenRejected('controlCharacters', 'reason');
    given().when(giveBack()).thenRejected('unknownUnit', 'unit');
  });
});

describe('[U9] a unit whose incident ended', () => {
  const release = (assignment = 'a-1') =>
    ({ type: 'ReleaseAssignment', data: { assignment, cause: 'resolved' } }) as const;
  const calledBack = (assignment: string, incident: string): UnitEvent => ({
    type: 'AssignmentCancelled',
    data: { assignment, incident, reason: '', cause: 'resolved' },
  });
  it('is called back while it has not arrived', () => {
    const unit = given(...ready, dispatched)
      .when(release())
      .thenEvents(calledBack('a-1', 'i-1'));
    expect(unit.active).toBeUndefined();
    given(...ready, dispatched, reach('enRoute'))
      .when(release())
      .thenEvents(calledBack('a-1', 'i-1'));
    given(...ready, dispatched, stacked)
      .when(release('a-2'))
      .thenEvents(calledBack('a-2', 'i-2'));
  });
  it.each(['onScene', 'transporting', 'atDestination', 'cleared'] as const)(
    'is left alone when it is %s',
    (stage) =>
      given(...ready, dispatched, reach(stage))
        .when(release())
        .thenNothing(),
  );
});
