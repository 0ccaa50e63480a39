import { describe, expect, it } from 'vitest';
import { cityOf, profile } from '../city.testkit.ts';
import type { CityContext } from '../cityContext.ts';
import type { RejectionCode } from '../rejection.ts';
import { dispatcher, later, now, recorded, specification } from '../specification.testkit.ts';
import { plannedEventDecider } from './decide.ts';
import { mostPlaced } from './decidePlacement.ts';
import type { PlannedEventCommand, PlannedEventEvent } from './events.ts';

const plan = {
  id: 'stadium',
  version: 3,
  name: { zh: '体育场', en: 'Stadium' },
  types: [],
  grades: [],
  tasks: [],
  units: [],
  roles: [],
  checklist: [],
};
const city = cityOf({ ...profile, plans: [plan] });
const context: CityContext = { now, actor: dispatcher, city };
const { given } = specification(plannedEventDecider, context);

const facts = {
  name: 'Marathon',
  area: { cells: ['w1', 'e1'] },
  from: later(3600),
  until: later(7200),
  description: 'Along the river',
  expectedPeople: 20_000,
};
const data = { ...facts, event: 'e-1', city: 'xinghe' };
const schedule = (rest: object = {}): PlannedEventCommand => ({
  type: 'ScheduleEvent',
  data: { ...data, ...rest },
});
const scheduled: PlannedEventEvent = { type: 'EventScheduled', data: { ...data, exercise: false } };
const begun: PlannedEventEvent = { type: 'EventBegun', data: { from: facts.from } };
const ended: PlannedEventEvent = { type: 'EventEnded', data: { until: facts.until } };
const cancel: PlannedEventCommand = { type: 'CancelEvent', data: { reason: 'Storm' } };
const cancelled: PlannedEventEvent = { type: 'EventCancelled', data: { reason: 'Storm' } };
const amend = (rest: object): PlannedEventCommand => ({
  type: 'AmendEvent',
  data: { reason: 'Later start', ...rest },
});
const post = {
  post: 'p-1',
  name: 'North gate',
  place: '1 River Road',
  department: 'police',
  people: 12,
};
const place = (rest: object = {}): PlannedEventCommand => ({
  type: 'PlacePost',
  data: { ...post, ...rest },
});
const placed: PlannedEventEvent = { type: 'PostPlaced', data: post };
const unit = { unit: 'xinghe.E1', callSign: 'E1', department: 'fire' };
const unitPlaced: PlannedEventEvent = { type: 'EventUnitPlaced', data: unit };
const attached: PlannedEventEvent = {
  type: 'EventPlanAttached',
  data: { plan: 'stadium', version: 3 },
};

describe('[E1] scheduling a planned event', () => {
  it('records all its facts', () =>
    expect(given().when(schedule()).thenEvents(scheduled)).toMatchObject({
      status: 'scheduled',
      facts,
    }));
  it('may be an exercise', () => {
    const exercise: PlannedEventEvent = { ...scheduled, data: { ...data, exercise: true } };
    given()
      .when(schedule({ exercise: true }))
      .thenEvents(exercise);
    expect(plannedEventDecider.exercise?.(given(exercise).state, begun)).toBe(true);
    expect(plannedEventDecider.exercise?.(given().state, exercise)).toBe(true);
  });
  it.each<[object, RejectionCode, string]>([
    [{ name: '' }, 'required', 'name'],
    [{ area: {} }, 'areaEmpty', 'area'],
    [{ until: facts.from }, 'endsBeforeStart', 'until'],
    [{ from: later(-9), until: later(-1) }, 'inThePast', 'until'],
    [{ description: 'x'.repeat(4001) }, 'tooLong', 'description'],
    [{ expectedPeople: -1 }, 'outOfRange', 'expectedPeople'],
    [{ expectedPeople: 1.5 }, 'outOfRange', 'expectedPeople'],
  ])('refuses %j', (rest, code, field) => given().when(schedule(rest)).thenRejected(code, field));
  it('refuses an id that is taken, and a city that is not', () => {
    given(scheduled).when(schedule()).thenRejected('alreadyExists', 'event');
    given().when(schedule(), { city: undefined }).thenRejected('unknownCity', 'city');
  });
});

describe('[E2] amending and cancelling it', () => {
  it('records only what changed, and why', () => {
    const changed = { from: later(4000), expectedPeople: 100 };
    const state = given(scheduled)
      .when(amend({ ...facts, ...changed }))
      .thenEvents({ type: 'EventAmended', data: { ...changed, reason: 'Later start' } });
    expect(state.facts).toEqual({ ...facts, ...changed });
    given(scheduled).when(amend(facts)).thenNothing();
  });
  it('moves no beginning once it has begun, but its end', () => {
    given(scheduled, begun)
      .when(amend({ from: later(10) }))
      .thenRejected('eventStatus', 'from', { status: 'underway' });
    given(scheduled, begun)
      .when(amend({ until: later(9999) }))
      .thenEvents({ type: 'EventAmended', data: { until: later(9999), reason: 'Later start' } });
  });
  it.each<[object, RejectionCode, string]>([
    [{ name: 'x', reason: '' }, 'required', 'reason'],
    [{ until: later(60) }, 'endsBeforeStart', 'until'],
    [{ area: { cells: ['nowhere'] } }, 'unknownCell', 'area.cells[0]'],
  ])('refuses %j', (rest, code, field) =>
    given(scheduled).when(amend(rest)).thenRejected(code, field),
  );
  it('cancels it with a reason', () => {
    expect(given(scheduled).when(cancel).thenEvents(cancelled).status).toBe('cancelled');
    given(scheduled)
      .when({ ...cancel, data: { reason: ' ' } })
      .thenRejected('required', 'reason');
  });
  it.each([
    ['ended', ended],
    ['cancelled', cancelled],
  ] as const)('takes nothing more once it is %s', (status, over) => {
    const plan: PlannedEventCommand = { type: 'AttachPlan', data: { plan: 'stadium' } };
    for (const command of [cancel, amend({ name: 'x' }), place(), plan])
      given(scheduled, begun, over)
        .when(command)
        .thenRejected('eventStatus', undefined, { status });
  });
  it('refuses what is for no event', () =>
    given().when(cancel).thenRejected('unknownEvent', 'event'));
});

describe('[E3] its beginning and its end', () => {
  const begin = (from = facts.from): PlannedEventCommand => ({
    type: 'BeginEvent',
    data: { from },
  });
  const end = (until = facts.until): PlannedEventCommand => ({ type: 'EndEvent', data: { until } });
  it('come at the window', () => {
    expect(given(scheduled).when(begin()).thenEvents(begun).status).toBe('underway');
    expect(given(scheduled, begun).when(end()).thenEvents(ended).status).toBe('ended');
  });
  it('come both when the end is told first', () =>
    expect(given(scheduled).when(end()).thenEvents(begun, ended).status).toBe('ended'));
  it('are let pass when they came, or the window was moved', () => {
    given(scheduled, begun).when(begin()).thenNothing();
    given(scheduled, begun, ended).when(end()).thenNothing();
    given(scheduled, cancelled).when(begin()).thenNothing();
    given(scheduled, cancelled).when(end()).thenNothing();
    given(scheduled)
      .when(begin(later(1)))
      .thenNothing();
    given(scheduled)
      .when(end(later(1)))
      .thenNothing();
  });
});

describe('[E3] beginning and ending it by hand', () => {
  const turn = (turn: 'begin' | 'end', reason = 'Crowd is early'): PlannedEventCommand => ({
    type: 'TurnEventNow',
    data: { turn, reason },
  });
  it('moves the window to now in the same step', () => {
    const state = given(scheduled)
      .when(turn('begin'))
      .thenEvents(
        { type: 'EventAmended', data: { from: now, reason: 'Crowd is early' } },
        { type: 'EventBegun', data: { from: now } },
      );
    expect(state).toMatchObject({ status: 'underway', facts: { from: now, until: facts.until } });
    const over = given(scheduled, begun)
      .when(turn('end'))
      .thenEvents(
        { type: 'EventAmended', data: { until: now, reason: 'Crowd is early' } },
        { type: 'EventEnded', data: { until: now } },
      );
    expect(over).toMatchObject({ status: 'ended', facts: { until: now } });
  });
  it('is let pass where it is so already', () => {
    given(scheduled, begun).when(turn('begin')).thenNothing();
    given(scheduled, begun, ended).when(turn('end')).thenNothing();
  });
  it('needs a reason, and for its end that it has begun', () => {
    given(scheduled).when(turn('begin', ' ')).thenRejected('required', 'reason');
    given(scheduled)
      .when(turn('end'))
      .thenRejected('eventStatus', undefined, { status: 'scheduled', wanted: 'underway' });
    given(scheduled, cancelled)
      .when(turn('begin'))
      .thenRejected('eventStatus', undefined, { status: 'cancelled' });
  });
});

describe('[E4] its posts, units and plans', () => {
  it('places a post, changes it and removes it', () => {
    given(scheduled).when(place()).thenEvents(placed);
    given(scheduled, placed).when(place()).thenNothing();
    const fewer: PlannedEventEvent = { type: 'PostPlaced', data: { ...post, people: 3 } };
    const state = given(scheduled, placed)
      .when(place({ people: 3 }))
      .thenEvents(fewer);
    expect([...state.posts.values()]).toEqual([fewer.data]);
    const removed = { post: 'p-1', reason: 'Gate shut' };
    const without = given(scheduled, placed)
      .when({ type: 'RemovePost', data: removed })
      .thenEvents({ type: 'PostRemoved', data: removed });
    expect(without.posts.size).toBe(0);
  });
  it.each<[PlannedEventCommand, RejectionCode, string]>([
    [place({ name: '' }), 'required', 'name'],
    [place({ place: '' }), 'required', 'place'],
    [place({ department: 'x' }), 'unknownDepartment', 'department'],
    [place({ people: -1 }), 'outOfRange', 'people'],
    [{ type: 'RemovePost', data: { post: 'x', reason: 'y' } }, 'unknownPost', 'post'],
    [{ type: 'RemovePost', data: { post: 'p-1', reason: '' } }, 'required', 'reason'],
    [{ type: 'AttachPlan', data: { plan: 'x' } }, 'unknownPlan', 'plan'],
  ])('refuses %j', (command, code, field) =>
    given(scheduled, placed).when(command).thenRejected(code, field),
  );
  it('takes no more than a bounded number', () => {
    const full = Array.from(
      { length: mostPlaced },
      (_, at): PlannedEventEvent => ({ type: 'PostPlaced', data: { ...post, post: `p-${at}` } }),
    );
    given(scheduled, ...full)
      .when(place({ post: 'new' }))
      .thenRejected('tooMany', 'post', { max: mostPlaced });
  });
  it('holds a unit once and releases it once', () => {
    given(scheduled).when({ type: 'PlaceUnit', data: unit }).thenEvents(unitPlaced);
    given(scheduled, unitPlaced).when({ type: 'PlaceUnit', data: unit }).thenNothing();
    const release: PlannedEventCommand = { type: 'ReleaseUnit', data: { unit: unit.unit } };
    const state = given(scheduled, unitPlaced)
      .when(release)
      .thenEvents({ type: 'EventUnitReleased', data: { unit: unit.unit } });
    expect(state.units.size).toBe(0);
    given(scheduled).when(release).thenNothing();
  });
  it('attaches the plan’s present version, and a newer one when there is', () => {
    const attach: PlannedEventCommand = { type: 'AttachPlan', data: { plan: 'stadium' } };
    given(scheduled).when(attach).thenEvents(attached);
    given(scheduled, attached).when(attach).thenNothing();
    const newer = cityOf({ ...profile, plans: [{ ...plan, version: 4 }] });
    given(scheduled, attached)
      .when(attach, { city: newer })
      .thenEvents({ type: 'EventPlanAttached', data: { plan: 'stadium', version: 4 } });
    const detach: PlannedEventCommand = { type: 'DetachPlan', data: { plan: 'stadium' } };
    const state = given(scheduled, attached)
      .when(detach)
      .thenEvents({ type: 'EventPlanDetached', data: { plan: 'stadium' } });
    expect(state.plans.size).toBe(0);
    given(scheduled).when(detach).thenNothing();
  });
  it.each<[PlannedEventCommand, PlannedEventEvent, boolean]>([
    [place(), placed, true],
    [place({ post: 'p-2' }), placed, false],
    [place(), unitPlaced, false],
    [{ type: 'ReleaseUnit', data: { unit: unit.unit } }, unitPlaced, true],
    [{ type: 'DetachPlan', data: { plan: 'stadium' } }, attached, true],
    [amend({ name: 'x' }), placed, false],
    [amend({ name: 'x' }), cancelled, true],
  ])('%j beside %j is a conflict: %s', (command, event, conflict) =>
    expect(plannedEventDecider.touches(command, recorded(event))).toBe(conflict),
  );
});
