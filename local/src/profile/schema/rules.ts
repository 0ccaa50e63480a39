import type {
  CityRules,
  Deadlines,
  EscalationAddressee,
  Posture,
  Priority,
  RetentionRule,
  Shift,
  TimeSpan,
  TimeTarget,
} from '@tocsin/domain';
import * as v from 'valibot';
import {
  account,
  clock,
  id,
  list,
  localized,
  number,
  object,
  oneOf,
  optional,
  seconds,
  text,
  whole,
} from './parts.ts';

const byPriority = object<Record<Priority, number>>()({
  1: seconds,
  2: seconds,
  3: seconds,
  4: seconds,
});

type Step<To> = { readonly to: To; readonly after: number };
type OverdueAddressee = CityRules['overdueActions'][number]['to'];

export const deadlines = object<Deadlines>()({
  acknowledge: byPriority,
  finish: byPriority,
  escalation: list(
    object<Step<EscalationAddressee>>()({
      to: oneOf<EscalationAddressee>({ liaison: true, dutyOfficer: true, commandCentre: true }),
      after: seconds,
    }),
    10,
  ),
});

const posture = object<CityRules['postures'][Posture]>()({ deadlineFactor: number(0.01, 10) });

const ruleEntries = {
  postures: object<CityRules['postures']>()({
    routine: posture,
    alert: posture,
    emergency: posture,
  }),
  sameIncident: object<CityRules['sameIncident']>()({
    radiusMetres: number(0, 100_000),
    withinMinutes: number(0, 100_000),
    leastScore: number(0, 1),
  }),
  travel: object<CityRules['travel']>()({
    detourFactor: number(1, 5),
    speedKmh: v.record(id, number(1, 300)),
    usualSpeedKmh: number(1, 300),
    positionGoodForSeconds: seconds,
  }),
  par: object<CityRules['par']>()({ everySeconds: whole(1, 86_400), graceSeconds: seconds }),
  overdueActions: list(
    object<Step<OverdueAddressee>>()({
      to: oneOf<OverdueAddressee>({ owner: true, dutyOfficer: true, commandCentre: true }),
      after: seconds,
    }),
    10,
  ),
  expiryWarningDays: whole(0, 3650),
};
const retention = list(
  object<RetentionRule>()({
    id,
    types: optional(list(id, 200)),
    exercise: optional(v.boolean()),
    years: whole(0, 200),
    source: optional(text(200)),
  }),
  50,
);
export const rules = object<CityRules>()({ ...ruleEntries, retention: optional(retention) });

export const target = object<TimeTarget>()({
  id,
  span: oneOf<TimeSpan>({
    answer: true,
    process: true,
    acknowledge: true,
    turnout: true,
    travel: true,
    response: true,
    scene: true,
    total: true,
    finish: true,
    display: true,
  }),
  seconds,
  percent: number(0, 100),
  department: optional(id),
  source: text(),
});

export const shift = object<Shift>()({
  id,
  name: localized,
  department: id,
  start: clock,
  end: clock,
  days: list(whole(1, 7), 7),
  liaisons: list(account, 100),
  dutyOfficer: optional(account),
});
