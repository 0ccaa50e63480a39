import { describe, expect, it } from 'vitest';
import { committed } from '../incident.testkit.ts';
import { position, revision } from '../metadata.ts';
import { later, recorded } from '../specification.testkit.ts';
import type { LogEvent, TocsinEvent } from '../tocsinEvent.ts';
import { dispatched, first, onDuty, reach } from '../unit.testkit.ts';
import {
  carrierOf,
  commitments,
  mutualAid,
  type Policy,
  par,
  policyActor,
  release,
  reserve,
} from './index.ts';

const react = (policy: Policy, event: TocsinEvent, stream = 'unit-xinghe.E1') => {
  const stored: LogEvent = {
    ...recorded(event),
    id: 'event-1',
    stream,
    revision: revision(0),
    position: position(0),
  };
  return policy.react(stored);
};
const toUnit = (type: string, data: object, id = 'xinghe.E1') => ({
  target: { stream: 'unit', id, command: { type, data } },
});
const of = (check: number) => ({ ...first, check });
const confirmed = (more: object): TocsinEvent => ({
  type: 'ParConfirmed',
  data: { ...of(3), ...more },
});
const overdue: TocsinEvent = { type: 'ParOverdue', data: { ...of(3), answerBy: later(9) } };
const withdrawn: TocsinEvent = { type: 'AssignmentCancelled', data: { ...first, reason: 'x' } };

describe('[U12] who stands behind what is carried', () => {
  const { actor } = recorded(dispatched).meta;
  const carried = { kind: 'policy', id: 'policy:commitments', name: 'commitments' };
  it('is who decided it', () =>
    expect(carrierOf(commitments, recorded(dispatched))).toEqual({
      ...carried,
      onBehalfOf: actor,
    }));
  it('is still that person when it is carried on', () => {
    const meta = {
      ...recorded(dispatched).meta,
      actor: carrierOf(commitments, recorded(dispatched)),
    };
    expect(carrierOf(release, { meta })).toMatchObject({
      id: 'policy:release',
      onBehalfOf: actor,
    });
  });
  it('is nobody when a rule decided', () => {
    const meta = { ...recorded(dispatched).meta, actor: policyActor(release) };
    expect(carrierOf(commitments, { meta })).toEqual(carried);
  });
});

describe('[U8] the timer of the accountability checks', () => {
  const timer = 'par:a-1';
  it('is set on arrival, and asks', () =>
    expect(react(par, reach('onScene', { parDue: later(900) }))).toMatchObject([
      { kind: 'schedule', timer, due: later(900) },
    ]));
  it('then waits for the answer', () =>
    expect(
      react(par, { type: 'ParRequested', data: { ...of(3), answerBy: later(9) } }),
    ).toMatchObject([
      {
        ...toUnit('DeclareParOverdue', { assignment: 'a-1', check: 3 }),
        kind: 'schedule',
        timer,
        due: later(9),
      },
    ]));
  it('is set anew by an answer', () =>
    expect(react(par, confirmed({ nextDue: later(900) }))).toMatchObject([
      { ...toUnit('RequestPar', { assignment: 'a-1', check: 4 }), timer, due: later(900) },
    ]));
  it.each([reach('transporting'), reach('cleared'), withdrawn, confirmed({})])(
    'is dropped: $type',
    (event) => expect(react(par, event)).toEqual([{ kind: 'cancel', timer }]),
  );
  it.each([reach('enRoute'), reach('onScene'), overdue, onDuty])('is left alone: $type', (event) =>
    expect(react(par, event)).toEqual([]),
  );
  it('has another command id for each check and time', () => {
    const ids = [confirmed({ nextDue: later(1) }), confirmed({ nextDue: later(2) })].map(
      (event) => {
        const [one] = react(par, event);
        return one && 'commandId' in one ? one.commandId : '';
      },
    );
    expect(new Set(ids).size).toBe(2);
  });
});

describe('[U2] [U8] answers and their absence', () => {
  const carried = { assignment: 'a-1', unit: 'xinghe.E1', check: 3 };
  it.each<[TocsinEvent, object]>([
    [
      confirmed({ persons: 6, note: 'All out' }),
      { result: 'confirmed', persons: 6, note: 'All out' },
    ],
    [confirmed({ nextDue: later(1) }), { result: 'confirmed' }],
    [overdue, { result: 'overdue' }],
  ])('are carried into the incident: $0.type', (event, said) => {
    const [reaction] = react(commitments, event);
    if (reaction?.kind !== 'command') throw new Error('nothing is carried');
    expect(reaction.target).toEqual({
      stream: 'incident',
      id: 'i-1',
      command: { type: 'CarryPar', data: { ...carried, ...said } },
    });
  });
});

describe('a reserve with an end', () => {
  const held = (data: object): TocsinEvent => ({
    type: 'UnitHeldInReserve',
    data: { reason: 'r', ...data },
  });
  const timer = 'reserve:xinghe.E1';
  it('is ended by a timer', () => {
    expect(react(reserve, held({ until: later(60) }))).toMatchObject([
      { ...toUnit('ExpireReserve', { until: later(60) }), timer, due: later(60) },
    ]);
    expect(react(reserve, held({}))).toEqual([{ kind: 'cancel', timer }]);
    expect(react(reserve, { type: 'UnitReleasedFromReserve', data: {} })).toEqual([
      { kind: 'cancel', timer },
    ]);
    expect(react(reserve, onDuty)).toEqual([]);
  });
});

describe('[U9] the end of an incident', () => {
  const units = [{ unit: 'xinghe.E1', assignment: 'a-1' }];
  const calledBack = (cause: string) => [
    { kind: 'command', ...toUnit('ReleaseAssignment', { assignment: 'a-1', cause }) },
  ];
  it.each<[TocsinEvent, string]>([
    [{ type: 'IncidentResolved', data: { summary: 's', release: units } }, 'resolved'],
    [
      { type: 'IncidentCancelled', data: { reason: 'false', note: 'n', release: units } },
      'cancelled',
    ],
    [{ ...committed, data: { ...committed.data, late: 'resolved' } }, 'resolved'],
  ])('calls back who has not arrived: $0.type', (event, cause) =>
    expect(react(release, event, 'incident-i-1')).toMatchObject(calledBack(cause)),
  );
  it.each<TocsinEvent>([
    { type: 'IncidentResolved', data: { summary: 's' } },
    { type: 'IncidentReopened', data: { reason: 'r' } },
    committed,
    dispatched,
  ])('leaves everybody else alone: $type', (event) =>
    expect(react(release, event, 'incident-i-1')).toEqual([]),
  );
});

describe('[U10] mutual aid', () => {
  const units = [{ unit: 'xinghe.north-N7', callSign: 'N7', department: 'fire', kind: 'engine' }];
  const answer = { request: 'r-1', jurisdiction: 'north', capability: 'water', city: 'xinghe' };
  it('brings in the units that were granted', () =>
    expect(
      react(
        mutualAid,
        { type: 'MutualAidAnswered', data: { ...answer, granted: true, units, note: '' } },
        'incident-i-1',
      ),
    ).toMatchObject([
      toUnit(
        'LendUnit',
        {
          facts: { callSign: 'N7', capabilities: ['water'], jurisdiction: 'north' },
          loan: { jurisdiction: 'north', incident: 'i-1', request: 'r-1' },
        },
        'xinghe.north-N7',
      ),
    ]));
  it('sends them home at its end', () =>
    expect(
      react(mutualAid, {
        type: 'MutualAidEnded',
        data: { request: 'r-1', jurisdiction: 'north', units: ['xinghe.north-N7'], reason: '' },
      }),
    ).toMatchObject([toUnit('ReturnUnit', { request: 'r-1', reason: '' }, 'xinghe.north-N7')]));
  it('leaves everything else alone', () => expect(react(mutualAid, onDuty)).toEqual([]));
});
