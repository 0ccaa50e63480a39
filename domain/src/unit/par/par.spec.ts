import { describe, expect, it } from 'vitest';
import { city } from '../../city.testkit.ts';
import { later } from '../../specification.testkit.ts';
import {
  dispatched,
  first,
  given,
  reach,
  ready,
  stacked,
  unitContext,
} from '../../unit.testkit.ts';
import type { UnitEvent } from '../events.ts';

const of = (check: number) => ({ ...first, check });
const onScene = [...ready, dispatched, reach('onScene', { parDue: later(900) })];
const requested = (check = 1): UnitEvent => ({
  type: 'ParRequested',
  data: { ...of(check), answerBy: later(120) },
});
const overdue = (check = 1): UnitEvent => ({
  type: 'ParOverdue',
  data: { ...of(check), answerBy: later(120) },
});
const confirmed = (check = 1, more: object = {}): UnitEvent => ({
  type: 'ParConfirmed',
  data: { ...of(check), nextDue: later(900), ...more },
});
const timer = (type: 'RequestPar' | 'DeclareParOverdue', check = 1, assignment = 'a-1') =>
  ({ type, data: { assignment, check } }) as const;
const confirm = (more: object = {}) =>
  ({ type: 'ConfirmPar', data: { assignment: 'a-1', ...more } }) as const;
const noChecks = { ...city, rules: { ...city.rules, par: { everySeconds: 0, graceSeconds: 0 } } };

describe('[U8] accountability on scene', () => {
  it('begins when the unit arrives, as the city’s rules say', () => {
    const record = { type: 'RecordStage', data: { assignment: 'a-1', stage: 'onScene' } } as const;
    const unit = given(...ready, dispatched)
      .when(record)
      .thenEvents(reach('onScene', { parDue: later(900) }));
    expect(unit.active?.par).toEqual({ check: 1, due: later(900) });
    given(...ready, dispatched)
      .when(record, { city: noChecks })
      .thenEvents(reach('onScene'));
    const importer = { ...unitContext.actor, kind: 'importer' } as const;
    given(...ready, dispatched)
      .when(record, { actor: importer })
      .thenEvents(reach('onScene'));
  });
  it('asks when it is due, and says until when an answer counts', () => {
    const unit = given(...onScene)
      .when(timer('RequestPar'))
      .thenEvents(requested());
    expect(unit.active?.par).toEqual({ check: 1, due: later(900), answerBy: later(120) });
  });
  it('asks once, only for the check that counts, and only on scene', () => {
    given(...onScene, requested())
      .when(timer('RequestPar'))
      .thenNothing();
    given(...onScene, confirmed())
      .when(timer('RequestPar'))
      .thenNothing();
    given(...onScene)
      .when(timer('RequestPar', 1, 'a-2'))
      .thenNothing();
    given(...onScene, reach('transporting'))
      .when(timer('RequestPar'))
      .thenNothing();
    given(...onScene, reach('cleared'))
      .when(timer('RequestPar'))
      .thenNothing();
  });
  it('is overdue when nobody answers in time', () => {
    const unit = given(...onScene, requested())
      .when(timer('DeclareParOverdue'))
      .thenEvents(overdue());
    expect(unit.active?.par?.overdueSince).toBeDefined();
    given(...onScene, requested(), overdue())
      .when(timer('DeclareParOverdue'))
      .thenNothing();
    given(...onScene, requested(), confirmed())
      .when(timer('DeclareParOverdue'))
      .thenNothing();
    given(...onScene)
      .when(timer('DeclareParOverdue'))
      .thenNothing();
  });
  it.each([
    ['asked', [requested()]],
    ['overdue', [requested(), overdue()]],
    ['not asked', []],
  ])('is answered when %s, and begins anew', (_, before) => {
    const unit = given(...onScene, ...before)
      .when(confirm({ persons: 6, note: 'All six out' }))
      .thenEvents(confirmed(1, { persons: 6, note: 'All six out' }));
    expect(unit.active?.par).toEqual({ check: 2, due: later(900) });
  });
  it('is answered without a next one where the city asks for none', () => {
    const unit = given(...ready, dispatched, reach('onScene'))
      .when(confirm(), { city: noChecks })
      .thenEvents({ type: 'ParConfirmed', data: of(1) });
    expect(unit.active?.par).toEqual({ check: 2 });
  });
  it('is answered only on scene, under the active assignment', () => {
    for (const events of [[dispatched], [dispatched, reach('cleared')], [dispatched, stacked]])
      given(...ready, ...events)
        .when(confirm())
        .thenRejected('notOnScene', 'assignment', { callSign: 'E1' });
    given(...onScene, stacked)
      .when(confirm({ assignment: 'a-2' }))
      .thenRejected('notOnScene', 'assignment');
  });
  it.each([0, 1.5, -2, 1_001])('takes no %d people', (persons) =>
    given(...onScene)
      .when(confirm({ persons }))
      .thenRejected('outOfRange', 'persons'),
  );
  it('takes no unreadable note', () =>
    given(...onScene)
      .when(confirm({ note: '\u202e' }))
      .thenRejected('controlCharacters', 'note'));
});
