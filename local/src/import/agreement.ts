import { type CityRules, recommend, usualRules } from '@tocsin/domain';
import type { Call, Plan } from './plan.ts';
import type { SfFireRow } from './sfFireRow.ts';
import { runCardOf } from './sfFireTypes.ts';
import { capabilitiesOf, unitIdOf } from './sfFireUnit.ts';
import { homesOf } from './unitHomes.ts';

/** What of one type of unit was really sent, was recommended, and was both. */
export interface Agreement {
  readonly unitType: string;
  readonly real: number;
  readonly recommended: number;
  readonly agreed: number;
}

/** Later dispatches answer what was found on scene, which a recommendation at the call can't know. */
const firstAlarmMs = 180_000;

/** A unit's rows in order, and which were over before a moment. */
interface Roster {
  readonly callSign: string;
  readonly unitType: string;
  readonly capabilities: readonly string[];
  readonly rows: readonly SfFireRow[];
  /** How many of its rows began before the moment that is looked at. */
  begun: number;
  /** When the last of those ends. */
  free: number;
}

function rostersOf(plan: Plan): Roster[] {
  const rows = new Map<string, SfFireRow[]>();
  for (const call of plan.calls)
    for (const row of call.rows) {
      const own = rows.get(row.unit);
      if (own) own.push(row);
      else rows.set(row.unit, [row]);
    }
  return [...rows].map(([callSign, own]) => ({
    callSign,
    unitType: own[0]?.unitType ?? '',
    capabilities: capabilitiesOf(own[0]?.unitType ?? ''),
    rows: own.sort((a, b) => a.dispatch - b.dispatch),
    begun: 0,
    free: Number.NEGATIVE_INFINITY,
  }));
}

/** Moves a unit's roster on to a moment (ms since 1970); calls come in order of time. */
function advance(roster: Roster, at: number, ends: Plan['ends']): void {
  for (let row = roster.rows[roster.begun]; row && row.dispatch < at; ) {
    roster.free = Math.max(roster.free, ends.get(row.rowId) ?? Number.POSITIVE_INFINITY);
    roster.begun += 1;
    row = roster.rows[roster.begun];
  }
}

function recommendedFor(call: Call, rosters: readonly Roster[], homes: Homes, rules: Rules) {
  const { row, parts } = call;
  const candidates = rosters.map((roster) => {
    const last = roster.rows[roster.begun - 1];
    const home = homes(roster.callSign, last);
    const busy = roster.free > row.dispatch;
    return {
      id: unitIdOf(roster.callSign),
      callSign: roster.callSign,
      kind: roster.unitType,
      capabilities: roster.capabilities,
      // The file knows of a unit's duty only that it began before its first dispatch.
      onDuty: roster.begun > 0 || roster.rows[0]?.call === call.number,
      ...(busy ? { active: { incident: '' } } : {}),
      stacked: [],
      ...home,
    };
  });
  const { lon, lat } = row;
  const place = lon === undefined || lat === undefined ? undefined : { lon, lat };
  const now = new Date(row.dispatch).toISOString();
  const wanted = runCardOf(row.callType).units.filter(
    ({ id }) => parts?.units?.includes(id) ?? true,
  );
  const chosen = wanted.flatMap((one) =>
    recommend(candidates, one, place, now, rules).filter(({ reason }) => reason === 'chosen'),
  );
  return new Set(chosen.map(({ callSign }) => callSign));
}

type Homes = ReturnType<typeof homesOf>;
type Rules = Pick<CityRules, 'travel'>;

/**
 * What the recommender would have sent to each call from the units free at its first dispatch,
 * by its run card, against the units really sent in the first three minutes, by type of unit.
 */
export function agreementOf(plan: Plan, rules: Rules = usualRules): readonly Agreement[] {
  const rosters = rostersOf(plan);
  const typeOf = new Map(rosters.map(({ callSign, unitType }) => [callSign, unitType]));
  const homes = homesOf(plan);
  const counts = new Map<string, { real: number; recommended: number; agreed: number }>();
  const count = (callSign: string, what: 'real' | 'recommended' | 'agreed') => {
    const unitType = typeOf.get(callSign) ?? '';
    const known = counts.get(unitType) ?? { real: 0, recommended: 0, agreed: 0 };
    counts.set(unitType, { ...known, [what]: known[what] + 1 });
  };
  const calls = [...plan.calls].sort((a, b) => a.row.dispatch - b.row.dispatch);
  for (const call of calls) {
    for (const roster of rosters) advance(roster, call.row.dispatch, plan.ends);
    const recommended = recommendedFor(call, rosters, homes, rules);
    const real = new Set(
      call.rows
        .filter(({ dispatch }) => dispatch - call.row.dispatch <= firstAlarmMs)
        .map(({ unit }) => unit),
    );
    for (const unit of real) count(unit, 'real');
    for (const unit of recommended) count(unit, 'recommended');
    for (const unit of recommended) if (real.has(unit)) count(unit, 'agreed');
  }
  return [...counts]
    .map(([unitType, found]) => ({ unitType, ...found }))
    .sort((a, b) => b.real - a.real || (a.unitType < b.unitType ? -1 : 1));
}
