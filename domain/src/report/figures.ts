import type { TimeSpan, TimeTarget } from '../city/rules.ts';
import type { IncidentEvent } from '../incident/events.ts';
import type { Stored } from '../metadata.ts';
import type { Cell, Section } from './document.ts';
import type { Telling } from './telling.ts';

/** One measured span: how long, and of which department. */
export interface Measured {
  readonly span: TimeSpan;
  readonly seconds: number;
  readonly department?: string;
}

const spans: readonly TimeSpan[] = [
  'answer',
  'process',
  'acknowledge',
  'turnout',
  'travel',
  'response',
  'scene',
  'total',
  'finish',
];

/** A time that an event's facts carry where they do: the call's clock. */
const timeIn = (data: object, name: string): string | undefined => {
  const value = Object.entries(data).find(([key]) => key === name)?.[1];
  return typeof value === 'string' ? value : undefined;
};

function between(
  span: TimeSpan,
  from: string | undefined,
  to: string | undefined,
  department?: string,
): readonly Measured[] {
  if (from === undefined || to === undefined) return [];
  const seconds = (Date.parse(to) - Date.parse(from)) / 1000;
  return [department === undefined ? { span, seconds } : { span, seconds, department }];
}

const earliest = (...times: readonly (string | undefined)[]): string | undefined =>
  times
    .filter((time) => time !== undefined)
    .sort()
    .at(0);

const occurred = ({ meta }: Stored<IncidentEvent>): string => meta.occurredAt;

/** A unit on its way, or a task given. */
const isDispatch = ({ type, data }: Stored<IncidentEvent>): boolean =>
  type === 'TaskAssigned' ||
  (type === 'UnitCommitted' && !data.stacked) ||
  (type === 'UnitStageRecorded' && data.stage === 'dispatched');

const isArrival = ({ type, data }: Stored<IncidentEvent>): boolean =>
  type === 'UnitStageRecorded' && data.stage === 'onScene';

/** Every span that the record allows to measure, as `intervalDefinitions` defines them. */
export function measuredSpans({ incident, events }: Telling): readonly Measured[] {
  const call = events.find(({ type }) => type === 'IncidentReported')?.data ?? {};
  const received = timeIn(call, 'receivedAt');
  const answered = timeIn(call, 'answeredAt');
  const reported = incident.reported?.occurredAt;
  const dispatched = earliest(...events.filter(isDispatch).map(occurred));
  const arrived = earliest(...events.filter(isArrival).map(occurred));
  return [
    ...between('answer', received, answered),
    ...between('process', answered ?? reported, dispatched),
    ...between('total', received ?? reported, arrived),
    ...[...incident.tasks.values()].flatMap(
      ({ department, assigned, accepted, objection, done }) => [
        ...between(
          'acknowledge',
          assigned.occurredAt,
          earliest(accepted?.occurredAt, objection?.occurredAt),
          department,
        ),
        ...between('finish', assigned.occurredAt, done?.occurredAt, department),
      ],
    ),
    ...[...incident.commitments.values()].flatMap(({ department, reached }) => [
      ...between('turnout', reached.dispatched, reached.enRoute, department),
      ...between('travel', reached.enRoute, reached.onScene, department),
      ...between('response', reached.dispatched, reached.onScene, department),
      ...between('scene', reached.onScene, reached.transporting ?? reached.cleared, department),
    ]),
  ];
}

const sorted = (values: readonly Measured[]): readonly number[] =>
  values.map(({ seconds }) => seconds).sort((one, other) => one - other);

function rowOf(
  { say, span: text, department }: Telling,
  span: TimeSpan,
  measured: readonly Measured[],
  target: TimeTarget | undefined,
): readonly Cell[] {
  const seconds = sorted(measured);
  const median = seconds[Math.floor((seconds.length - 1) / 2)] ?? 0;
  const of = target?.department === undefined ? '' : ` (${department(target.department)})`;
  const within = seconds.filter((one) => one <= (target?.seconds ?? 0)).length;
  const percent = Math.round((within / seconds.length) * 100);
  return [
    `${say(span)}${of}`,
    String(seconds.length),
    text(median),
    text(seconds.at(-1) ?? 0),
    target ? `≤ ${text(target.seconds)}, ${target.percent}%` : '',
    target ? `${within}/${seconds.length} (${percent}%)` : '',
    target?.source ?? '',
  ];
}

/** What was measured against the targets of the city's profile, each with its source. */
export function figuresSection(telling: Telling): Section {
  const { city, say } = telling;
  const all = measuredSpans(telling);
  const rows = spans.flatMap((span) => {
    const measured = all.filter((one) => one.span === span);
    if (measured.length === 0) return [];
    const targets = [...(city?.targets.values() ?? [])].filter((one) => one.span === span);
    const against = targets.flatMap((target) => {
      const { department } = target;
      const own = measured.filter(
        (one) => department === undefined || one.department === department,
      );
      return own.length === 0 ? [] : [rowOf(telling, span, own, target)];
    });
    return against.length > 0 ? against : [rowOf(telling, span, measured, undefined)];
  });
  const columns = (
    ['span', 'cases', 'median', 'longest', 'target', 'within', 'source'] as const
  ).map(say);
  if (rows.length === 0)
    return { title: say('figures'), blocks: [{ kind: 'text', text: say('noFigures') }] };
  return { title: say('figures'), blocks: [{ kind: 'table', columns, rows }] };
}
