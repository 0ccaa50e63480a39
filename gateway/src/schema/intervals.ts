import {
  type Exclusion,
  exclusionTexts,
  type IntervalDefinition,
  type IntervalSpan,
  intervalDefinition,
  type Localized,
  type TimeTarget,
} from '@tocsin/domain';
import {
  type Dimension,
  type IntervalFilter,
  type IntervalGroup,
  type Intervals,
  intervals,
  type Kept,
} from '@tocsin/projections/queries';
import { refuse } from '../operation/refusal.ts';
import { citySubject, departmentSubject } from '../rules/index.ts';
import { demand } from './board.ts';
import { builder } from './builder.ts';
import { TimeTargetType } from './cityProfile.ts';
import { enumOf } from './enums.ts';
import { given } from './given.ts';
import { LocalizedType } from './localized.ts';

const mostDays = 400;
const dayMs = 86_400_000;
const mostGroups = 1_000;
/** Values of a filter, at most. */
const mostValues = 100;

const IntervalSpanEnum = enumOf<IntervalSpan>('IntervalSpan')(
  'answer',
  'process',
  'acknowledge',
  'turnout',
  'travel',
  'response',
  'scene',
  'total',
  'finish',
);
const IntervalOfEnum = enumOf<IntervalDefinition['of']>('IntervalOf')(
  'call',
  'incident',
  'assignment',
  'task',
);
const DimensionEnum = enumOf<Dimension>('IntervalDimension')(
  'department',
  'type',
  'district',
  'cell',
  'station',
  'hour',
  'month',
);
const ExclusionEnum = enumOf<Exclusion>('IntervalExclusion')(
  'exercise',
  'merged',
  'cancelled',
  'open',
  'blank',
  'outOfOrder',
);

interface Excluded {
  readonly reason: Exclusion;
  readonly text: Localized;
  readonly count: number;
}

const ExcludedType = builder.objectRef<Excluded>('ExcludedIntervals').implement({
  fields: (t) => ({
    reason: t.expose('reason', { type: ExclusionEnum }),
    text: t.expose('text', { type: LocalizedType }),
    count: t.exposeInt('count'),
  }),
});

const KeptType = builder.objectRef<Kept>('KeptTarget').implement({
  fields: (t) => ({
    count: t.exposeInt('count', { description: 'Those that the target is about.' }),
    within: t.exposeInt('within', { description: 'How many of them kept it.' }),
    reached: t.float({
      nullable: true,
      description: 'Seconds that as many percent as the target says took at the most.',
      resolve: ({ reached }) => reached,
    }),
  }),
});

const GroupType = builder.objectRef<IntervalGroup>('IntervalGroup').implement({
  description: 'Seconds. A percentile is the nearest rank, a time that was really measured.',
  fields: (t) => ({
    key: t.field({
      type: t.listRef('ID', { nullable: true }),
      description: 'A value a dimension asked for, null where it is not known; of all none.',
      resolve: ({ key }) => [...key],
    }),
    count: t.exposeInt('count'),
    p50: t.exposeFloat('p50', { nullable: true }),
    p90: t.exposeFloat('p90', { nullable: true }),
    p95: t.exposeFloat('p95', { nullable: true }),
    p99: t.exposeFloat('p99', { nullable: true }),
    longest: t.exposeFloat('longest', { nullable: true }),
    excluded: t.field({
      type: [ExcludedType],
      description: 'How many are not counted, by the first reason that holds; without those of 0.',
      resolve: ({ excluded }) =>
        (Object.keys(exclusionTexts) as Exclusion[]).flatMap((reason) => {
          const { [reason]: count } = excluded;
          return count === 0 ? [] : [{ reason, text: exclusionTexts[reason], count }];
        }),
    }),
    targets: t.field({
      type: [KeptType],
      description: 'One for each of the answer’s targets, in their order.',
      resolve: ({ targets }) => [...targets],
    }),
  }),
});

interface Answer extends Intervals {
  readonly span: IntervalSpan;
  readonly from: string;
  readonly to: string;
  readonly against: readonly TimeTarget[];
}

const IntervalsType = builder.objectRef<Answer>('Intervals').implement({
  fields: (t) => ({
    span: t.expose('span', { type: IntervalSpanEnum }),
    definition: t.field({
      type: LocalizedType,
      description: 'What is measured, from when to when.',
      resolve: ({ span }) => intervalDefinition(span).text,
    }),
    of: t.field({ type: IntervalOfEnum, resolve: ({ span }) => intervalDefinition(span).of }),
    from: t.expose('from', { type: 'DateTime' }),
    to: t.expose('to', { type: 'DateTime' }),
    targets: t.field({
      type: [TimeTargetType],
      description: 'The profile’s for this span, and last the one that was asked for.',
      resolve: ({ against }) => [...against],
    }),
    all: t.expose('all', { type: GroupType }),
    groups: t.field({ type: [GroupType], resolve: ({ groups }) => [...groups] }),
    more: t.exposeBoolean('more', { description: 'There are further groups, smaller ones.' }),
  }),
});

const FilterInput = builder.inputType('IntervalFilter', {
  description: 'Only these; what is left out restricts nothing.',
  fields: (t) => ({
    department: t.idList({ required: false }),
    type: t.idList({ required: false }),
    district: t.idList({ required: false }),
    station: t.idList({ required: false }),
  }),
});

const TargetInput = builder.inputType('TargetInput', {
  description: 'Another target beside the profile’s, also for the past: no event is touched.',
  fields: (t) => ({ seconds: t.int(), percent: t.float(), department: t.id({ required: false }) }),
});

function checkPeriod(from: string, to: string): void {
  const length = Date.parse(to) - Date.parse(from);
  if (length <= 0) refuse('endsBeforeStart', {}, 'to');
  if (length > mostDays * dayMs) refuse('periodTooLong', { days: mostDays }, 'to');
}

/** An empty list restricts nothing. */
function restricting(filter: typeof FilterInput.$inferInput): IntervalFilter {
  const kept = Object.entries(filter).filter(([, values]) => (values?.length ?? 0) > 0);
  return Object.fromEntries(kept) as IntervalFilter;
}

function checkFilter(filter: IntervalFilter, by: readonly Dimension[], span: IntervalSpan): void {
  for (const [name, values] of Object.entries(filter))
    if (values.length > mostValues) refuse('tooMany', { max: mostValues }, `filter.${name}`);
  if (by.length > 2 || new Set(by).size < by.length) refuse('tooMany', { max: 2 }, 'by');
  const { of } = intervalDefinition(span);
  const centres = of === 'call' || of === 'incident';
  if (filter.department && centres) refuse('notByDepartment', {}, 'filter.department');
}

type Wanted = typeof TargetInput.$inferInput;

function asked(span: IntervalSpan, { seconds, percent, department }: Wanted): TimeTarget {
  if (seconds < 1 || seconds > 31_536_000)
    refuse('outOfRange', { min: 1, max: 31_536_000 }, 'target.seconds');
  if (!(percent > 0 && percent <= 100))
    refuse('outOfRange', { min: 0, max: 100 }, 'target.percent');
  return { id: 'asked', span, seconds, percent, ...given({ department }), source: '' };
}

/** Those of the profile that are about the span and a department among those that are looked at. */
const ofProfile = (
  targets: Iterable<TimeTarget>,
  span: IntervalSpan,
  among: readonly string[] | undefined,
): readonly TimeTarget[] =>
  [...targets].filter(
    (target) =>
      target.span === span &&
      (target.department === undefined || (among?.includes(target.department) ?? true)),
  );

builder.queryField('intervals', (t) =>
  t.field({
    type: IntervalsType,
    description: `One span of a period of at most ${mostDays} days: what began in it. See docs/INTERVALS.md.`,
    args: {
      city: t.arg.id(),
      span: t.arg({ type: IntervalSpanEnum }),
      from: t.arg({ type: 'DateTime' }),
      to: t.arg({ type: 'DateTime' }),
      by: t.arg({ type: [DimensionEnum], defaultValue: [], description: 'At most two.' }),
      filter: t.arg({ type: FilterInput, required: false }),
      target: t.arg({ type: TargetInput, required: false }),
      exercises: t.arg.boolean({ defaultValue: false, description: 'Count them as well.' }),
    },
    resolve: async (_root, { city: id, span, from, to, by, ...rest }, context) => {
      const filter = restricting(rest.filter ?? {});
      const [department, another] = filter.department ?? [];
      const own = department !== undefined && another === undefined;
      demand(context, 'readIntervals', own ? departmentSubject(id, department) : citySubject(id));
      checkPeriod(from, to);
      checkFilter(filter, by, span);
      const { pool, store } = context.parts;
      const city = await store.readCity(id);
      if (!city) return refuse('unknownCity', { city: id }, 'city');
      const against = [
        ...ofProfile(city.targets.values(), span, filter.department),
        ...(rest.target ? [asked(span, rest.target)] : []),
      ];
      const wanted = { city: id, span, from, to, by, filter, exercises: rest.exercises };
      const { timeZone } = city;
      const found = await intervals(pool, {
        ...wanted,
        timeZone,
        targets: against,
        limit: mostGroups,
      });
      return { ...found, span, from, to, against };
    },
  }),
);
