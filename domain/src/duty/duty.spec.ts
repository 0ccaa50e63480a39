import { describe, expect, it } from 'vitest';
import { city } from '../city.testkit.ts';
import type { CityContext } from '../cityContext.ts';
import type { RejectionCode } from '../rejection.ts';
import { dispatcher, now, recorded, specification } from '../specification.testkit.ts';
import { dutyDecider } from './decide.ts';
import { mostListed } from './decideHandover.ts';
import type { DutyCommand, DutyEvent, HandoverFacts } from './events.ts';

const context: CityContext = { now, actor: dispatcher, city };
const { given } = specification(dutyDecider, context);

const wu = { account: 'wu', name: 'Wu Hong' };
const sun = { account: 'sun', name: 'Sun Li' };
const desk = { city: 'xinghe', department: 'fire' };
const role = 'liaison';
const taken = (who = wu): DutyEvent => ({ type: 'DutyTaken', data: { ...desk, ...who, role } });
const ended = (who = wu): DutyEvent => ({ type: 'DutyEnded', data: { ...who, role } });
const take = (rest: object = {}): DutyCommand => ({
  type: 'TakeDuty',
  data: { ...desk, ...wu, role, ...rest },
});
const end: DutyCommand = { type: 'EndDuty', data: { account: 'wu', role } };

describe('[D1] taking and ending duty', () => {
  it('shows who is on duty since when', () => {
    const state = given().when(take()).thenEvents(taken());
    expect(state).toMatchObject({ ...desk, onDuty: [{ ...wu, role, since: now }] });
    given(taken()).when(take()).thenNothing();
  });
  it('may be as liaison and as duty officer at once', () => {
    const officer: DutyEvent = { type: 'DutyTaken', data: { ...desk, ...wu, role: 'dutyOfficer' } };
    const state = given(taken())
      .when(take({ role: 'dutyOfficer' }))
      .thenEvents(officer);
    expect(state.onDuty.map((one) => one.role)).toEqual(['liaison', 'dutyOfficer']);
  });
  it.each<[object, RejectionCode, string]>([
    [{ department: 'nowhere' }, 'unknownDepartment', 'department'],
    [{ role: 'chief' }, 'notOneOf', 'role'],
  ])('refuses %j', (rest, code, field) => given().when(take(rest)).thenRejected(code, field));
  it('refuses a city that is not there', () =>
    given().when(take(), { city: undefined }).thenRejected('unknownCity', 'city'));
  it('ends once', () => {
    expect(given(taken()).when(end).thenEvents(ended()).onDuty).toEqual([]);
    given(taken(), ended()).when(end).thenNothing();
    given().when(end).thenNothing();
  });
  it('is ended by somebody else only with a reason', () => {
    const relieve = (reason: string): DutyCommand => ({
      type: 'RelieveDuty',
      data: { account: 'wu', role, reason },
    });
    given(taken()).when(relieve('')).thenRejected('required', 'reason');
    given(taken())
      .when(relieve('Went home'))
      .thenEvents({ type: 'DutyEnded', data: { ...wu, role, reason: 'Went home' } });
    given().when(relieve('Went home')).thenNothing();
  });
});

const open = {
  position: '42',
  counts: { incidents: 1, tasks: 1, actions: 0 },
  incidents: [{ id: 'i-1', number: 7, what: 'Gas', status: 'responding' }],
  tasks: [
    {
      id: 't-1',
      incident: 'i-1',
      number: 7,
      instruction: 'Measure',
      status: 'started',
      finishBy: now,
    },
  ],
  actions: [],
};
const facts: HandoverFacts = { handover: 'h-1', role, from: wu, to: sun, note: 'Quiet', open };
const handOver = (rest: object = {}): DutyCommand => ({
  type: 'HandOverShift',
  data: { ...facts, ...rest },
});
const offered: DutyEvent = { type: 'ShiftHandedOver', data: facts };
const accepted: DutyEvent = { type: 'HandoverAccepted', data: { handover: 'h-1', role } };
const withdrawn: DutyEvent = { type: 'HandoverWithdrawn', data: { handover: 'h-1' } };
const accept = (account = 'sun'): DutyCommand => ({
  type: 'AcceptHandover',
  data: { handover: 'h-1', account },
});
const withdraw = (account = 'wu'): DutyCommand => ({
  type: 'WithdrawHandover',
  data: { handover: 'h-1', account },
});

describe('[D2] handing a shift over', () => {
  it('records the note and what is open', () => {
    const state = given(taken()).when(handOver()).thenEvents(offered);
    expect(state.handovers).toEqual([{ ...facts, status: 'offered', at: now }]);
    expect(state.onDuty).toMatchObject([wu]);
  });
  it.each<[object, RejectionCode, string | undefined]>([
    [{ role: 'dutyOfficer' }, 'notOnDuty', 'role'],
    [{ to: wu }, 'handoverToOneself', 'to'],
    [{ note: '' }, 'required', 'note'],
    [{ open: { ...open, tasks: Array(mostListed + 1).fill(open.tasks[0]) } }, 'tooMany', 'open'],
  ])('refuses %j', (rest, code, field) =>
    given(taken()).when(handOver(rest)).thenRejected(code, field),
  );
  it('is one at a time, and not twice under one id', () => {
    given(taken(), offered).when(handOver()).thenRejected('alreadyExists', 'handover');
    given(taken(), offered)
      .when(handOver({ handover: 'h-2' }))
      .thenRejected('handoverPending');
    given(taken(), offered).when(end).thenRejected('handoverPending', undefined, { name: wu.name });
    const second: DutyEvent = { ...offered, data: { ...facts, handover: 'h-2' } };
    given(taken(), offered, withdrawn)
      .when(handOver({ handover: 'h-2' }))
      .thenEvents(second);
  });
  it('keeps the last fifty at hand', () => {
    const many = Array.from({ length: 60 }, (_, at): DutyEvent[] => [
      { type: 'ShiftHandedOver', data: { ...facts, handover: `h-${at}` } },
      { type: 'HandoverWithdrawn', data: { handover: `h-${at}` } },
    ]).flat();
    const { handovers } = given(taken(), ...many).state;
    expect([handovers.length, handovers[0]?.handover]).toEqual([50, 'h-10']);
  });
});

describe('[D3] accepting a handover', () => {
  it('changes who is on duty at one moment', () => {
    const state = given(taken(), offered).when(accept()).thenEvents(accepted, taken(sun), ended());
    expect(state.onDuty).toMatchObject([sun]);
    expect(state.handovers).toMatchObject([{ status: 'accepted', acceptedAt: now }]);
  });
  it('leaves on duty who was so already, and takes off only who is', () => {
    given(taken(), taken(sun), offered).when(accept()).thenEvents(accepted, ended());
    given(taken(), offered, ended()).when(accept()).thenEvents(accepted, taken(sun));
  });
  it('is for the one it was offered to, withdrawing for the one who offered', () => {
    given(taken(), offered)
      .when(accept('wu'))
      .thenRejected('handoverNotYours', undefined, { name: sun.name });
    given(taken(), offered)
      .when(withdraw('sun'))
      .thenRejected('handoverNotYours', undefined, { name: wu.name });
    given(taken(), offered).when(withdraw()).thenEvents(withdrawn);
  });
  it('comes once', () => {
    given(taken(), offered, accepted).when(accept()).thenNothing();
    given(taken(), offered, withdrawn).when(withdraw()).thenNothing();
    given(taken(), offered, accepted)
      .when(withdraw())
      .thenRejected('handoverStatus', undefined, { status: 'accepted' });
    given(taken(), offered, withdrawn)
      .when(accept())
      .thenRejected('handoverStatus', undefined, { status: 'withdrawn' });
    given(taken()).when(accept()).thenRejected('unknownHandover', 'handover');
  });
  it('is touched by whatever happens at the desk', () =>
    expect(dutyDecider.touches(accept(), recorded(withdrawn))).toBe(true));
});
