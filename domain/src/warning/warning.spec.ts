import { describe, expect, it } from 'vitest';
import { city } from '../city.testkit.ts';
import type { CityContext } from '../cityContext.ts';
import { dispatcher, later, now, specification } from '../specification.testkit.ts';
import { warningDecider } from './decide.ts';
import type { WarningCommand, WarningEvent } from './events.ts';

const context: CityContext = { now, actor: dispatcher, city };
const { given } = specification(warningDecider, context);

const facts = {
  hazard: 'Rainstorm',
  level: 'yellow',
  area: { districts: ['west'] },
  from: now,
  until: later(7200),
  impact: 'Flooded underpasses',
  advice: 'Keep out of underpasses',
} as const;
const issueData = { ...facts, warning: 'w-1', city: 'xinghe', issuer: 'Weather office' };
const issue = (rest: object = {}): WarningCommand => ({
  type: 'IssueWarning',
  data: { ...issueData, ...rest },
});
const issued: WarningEvent = { type: 'WarningIssued', data: { ...issueData, exercise: false } };
const adjust = (rest: object): WarningCommand => ({
  type: 'AdjustWarning',
  data: { reason: 'The rain grows', ...rest },
});
const lift: WarningCommand = { type: 'LiftWarning', data: { reason: 'It has stopped' } };
const lifted: WarningEvent = { type: 'WarningLifted', data: { reason: 'It has stopped' } };
const expire = (until = facts.until): WarningCommand => ({
  type: 'ExpireWarning',
  data: { until },
});
const expired: WarningEvent = { type: 'WarningExpired', data: { until: facts.until } };

describe('[W2] issuing a warning', () => {
  it('puts it in force with all its facts', () => {
    const state = given().when(issue()).thenEvents(issued);
    expect(state).toMatchObject({ status: 'inForce', facts, exercise: false });
  });
  it('keeps that it is an exercise, for every later event too', () => {
    const exercise: WarningEvent = { ...issued, data: { ...issued.data, exercise: true } };
    given()
      .when(issue({ exercise: true }))
      .thenEvents(exercise);
    expect(warningDecider.exercise?.(given(exercise).state, lifted)).toBe(true);
    expect(warningDecider.exercise?.(given().state, exercise)).toBe(true);
  });
  it.each<[object, Parameters<ReturnType<ReturnType<typeof given>['when']>['thenRejected']>]>([
    [{ hazard: ' ' }, ['required', 'hazard']],
    [{ hazard: 'x'.repeat(201) }, ['tooLong', 'hazard']],
    [{ level: 'green' }, ['notOneOf', 'level']],
    [{ area: {} }, ['areaEmpty', 'area']],
    [{ area: { cells: ['x'] } }, ['unknownCell', 'area.cells[0]']],
    [{ from: 'noon' }, ['notATime', 'from']],
    [{ until: 'night' }, ['notATime', 'until']],
    [{ until: now }, ['endsBeforeStart', 'until']],
    [{ from: later(-60), until: later(-1) }, ['inThePast', 'until', { now }]],
    [{ impact: '' }, ['required', 'impact']],
    [{ advice: '' }, ['required', 'advice']],
    [{ issuer: '' }, ['required', 'issuer']],
  ])('refuses %j', (rest, [code, field, said]) =>
    given().when(issue(rest)).thenRejected(code, field, said),
  );
  it('refuses an id that is taken, and a city that is not', () => {
    given(issued).when(issue()).thenRejected('alreadyExists', 'warning');
    given().when(issue(), { city: undefined }).thenRejected('unknownCity', 'city');
  });
});

describe('[W3] adjusting and lifting a warning', () => {
  it('records only what changed, and why', () => {
    const changed = { level: 'orange', until: later(9000) } as const;
    const data = { ...changed, reason: 'The rain grows' };
    const state = given(issued)
      .when(adjust({ ...facts, ...changed }))
      .thenEvents({ type: 'WarningAdjusted', data });
    expect(state.facts).toEqual({ ...facts, ...changed });
  });
  it('records nothing when nothing changes', () => given(issued).when(adjust(facts)).thenNothing());
  it.each<[object, 'required' | 'areaEmpty' | 'endsBeforeStart' | 'inThePast', string]>([
    [{ level: 'red', reason: '' }, 'required', 'reason'],
    [{ area: {} }, 'areaEmpty', 'area'],
    [{ until: later(-100) }, 'endsBeforeStart', 'until'],
    [{ from: later(-200), until: later(-100) }, 'inThePast', 'until'],
  ])('refuses %j', (rest, code, field) =>
    given(issued).when(adjust(rest)).thenRejected(code, field),
  );
  it('lifts it with a reason', () => {
    expect(given(issued).when(lift).thenEvents(lifted).status).toBe('lifted');
    given(issued)
      .when({ ...lift, data: { reason: '' } })
      .thenRejected('required', 'reason');
  });
  it.each([
    ['lifted', lifted],
    ['expired', expired],
  ] as const)('refuses both once it is %s', (status, ended) => {
    for (const command of [lift, adjust({ level: 'red' })])
      given(issued, ended)
        .when(command)
        .thenRejected('warningStatus', undefined, { status, wanted: 'inForce' });
  });
  it('refuses both where there is no warning', () => {
    given().when(lift).thenRejected('unknownWarning', 'warning');
    given()
      .when(adjust({ level: 'red' }))
      .thenRejected('unknownWarning', 'warning');
  });
});

describe('[W4] a warning’s expiry', () => {
  it('ends it at the end of its validity', () =>
    expect(given(issued).when(expire()).thenEvents(expired).status).toBe('expired'));
  it('is let pass when it was prolonged or ended since', () => {
    const data = { until: later(9000), reason: 'Longer' };
    given(issued, { type: 'WarningAdjusted', data }).when(expire()).thenNothing();
    given(issued, lifted).when(expire()).thenNothing();
    given(issued, expired).when(expire()).thenNothing();
  });
});
