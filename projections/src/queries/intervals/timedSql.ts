import { type Exclusion, type IntervalSpan, intervalDefinition } from '@tocsin/domain';
import type { Dimension, IntervalFilter, IntervalsWanted } from './intervalsWanted.ts';
import { spanSql } from './spanSql.ts';

/** SQL and the values of its parameters, in the order of their numbers. */
export class Values {
  readonly all: unknown[] = [];
  /** The parameter that stands for the value. */
  add(value: unknown): string {
    this.all.push(value);
    return `$${this.all.length}`;
  }
}

export const exclusions: readonly Exclusion[] = [
  'exercise',
  'merged',
  'cancelled',
  'open',
  'blank',
  'outOfOrder',
];

/** What the incident's own row knows. */
const incidentDimensions: ReadonlySet<Dimension> = new Set(['type', 'district', 'cell']);

type Wanted = Omit<IntervalsWanted, 'targets' | 'limit'>;

/** Why an interval is not counted, null where it is; the first reason that holds. */
function reason(span: IntervalSpan, exercises: boolean): string {
  const { begin, end, over, cancelled } = spanSql(span);
  const merged = intervalDefinition(span).of === 'incident' ? `m.outcome = 'merged'` : 'false';
  return `case
    ${exercises ? '' : `when m.exercise then 'exercise'`}
    when ${merged} then 'merged'
    when ${end} >= ${begin} then null
    when ${end} < ${begin} then 'outOfOrder'
    when ${cancelled} then 'cancelled'
    when ${over} then 'blank'
    else 'open' end`;
}

/**
 * A select of one row an interval that began in the period: `k0`, `k1` … by which it is told apart,
 * its `department`, `seconds`, and `why` it is not counted.
 */
export function timedSql(wanted: Wanted, values: Values): string {
  const { span, by, filter } = wanted;
  const { of } = intervalDefinition(span);
  const { table, begin, end } = spanSql(span);
  const ofUnit = of === 'assignment';
  const hasDepartment = ofUnit || of === 'task';
  const own = of === 'incident';
  const incident = own ? 'm' : 'i';
  const isLocal = by.some((one) => one === 'hour' || one === 'month');
  const local = isLocal ? `(m.at at time zone ${values.add(wanted.timeZone)}::text)` : 'm.at';
  const columns: Readonly<Record<Dimension, string>> = {
    department: hasDepartment ? 'm.department' : 'null::text',
    station: ofUnit ? 'm.station' : 'null::text',
    type: `${incident}.type`,
    district: `${incident}.district`,
    cell: `${incident}.cell`,
    hour: `to_char(${local}, 'HH24')`,
    month: `to_char(${local}, 'YYYY-MM')`,
  };
  const filters = Object.entries(filter) as [keyof IntervalFilter, readonly string[]][];
  const joined =
    !own && [...by, ...filters.map(([name]) => name)].some((one) => incidentDimensions.has(one));
  const conditions = [
    `m.city = ${values.add(wanted.city)}`,
    `m.at >= ${values.add(wanted.from)}`,
    `m.at < ${values.add(wanted.to)}`,
    ...filters.map(([name, among]) => `${columns[name]} = any(${values.add(among)})`),
  ];
  const keys = by.map((dimension, at) => `${columns[dimension]} as k${at}`);
  return `select ${[...keys, `${columns.department} as department`].join(', ')},
      date_part('epoch', ${end} - ${begin}) as seconds, ${reason(span, wanted.exercises)} as why
    from ${table} m
    ${joined ? 'left join incident_times i on i.city = m.city and i.incident = m.incident' : ''}
    where ${conditions.join(' and ')}`;
}
