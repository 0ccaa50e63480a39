import type { IntervalSpan, TimeTarget } from '@tocsin/domain';
import { type Acknowledgements, acknowledgements, intervals } from '@tocsin/projections/queries';
import type { Pool } from 'pg';
import { refuse } from '../operation/refusal.ts';
import { citySubject } from '../rules/index.ts';
import { demand } from './board.ts';
import { builder } from './builder.ts';
import { TimeSpanEnum } from './cityProfile.ts';

/** A target with what was reached. Times in seconds. */
interface MeasuredTime extends TimeTarget {
  readonly count: number;
  readonly measured: number | null;
  readonly within: number;
}

const MeasuredTimeType = builder.objectRef<MeasuredTime>('MeasuredTime').implement({
  description: 'A target of the profile and what was reached of it. Seconds.',
  fields: (t) => ({
    id: t.exposeID('id'),
    span: t.expose('span', { type: TimeSpanEnum }),
    department: t.id({ nullable: true, resolve: ({ department }) => department ?? null }),
    seconds: t.exposeInt('seconds'),
    percent: t.exposeFloat('percent'),
    source: t.exposeString('source'),
    count: t.exposeInt('count'),
    measured: t.float({
      nullable: true,
      description: 'As many percent as the target says took no longer.',
      resolve: ({ measured }) => measured,
    }),
    within: t.exposeInt('within', { description: 'How many kept the target.' }),
  }),
});

const AcknowledgedType = builder.objectRef<Acknowledgements>('Acknowledged').implement({
  fields: (t) => ({
    count: t.exposeInt('count'),
    within: t.exposeInt('within', { description: 'In the time that the task gave.' }),
    median: t.float({
      nullable: true,
      description: 'Seconds.',
      resolve: ({ median }) => median,
    }),
  }),
});

interface ResponseTimes {
  readonly since: string;
  readonly targets: readonly MeasuredTime[];
  readonly acknowledged: Acknowledgements;
}

const ResponseTimesType = builder.objectRef<ResponseTimes>('ResponseTimes').implement({
  fields: (t) => ({
    since: t.expose('since', { type: 'DateTime' }),
    targets: t.field({ type: [MeasuredTimeType], resolve: ({ targets }) => [...targets] }),
    acknowledged: t.expose('acknowledged', { type: AcknowledgedType }),
  }),
});

const mostHours = 168;

/** What of its units the wall shows. */
const unitSpans = ['turnout', 'travel', 'response'] as const satisfies readonly IntervalSpan[];

interface Period {
  readonly city: string;
  readonly from: string;
  readonly to: string;
}

async function measured(
  pool: Pool,
  period: Period,
  targets: readonly TimeTarget[],
): Promise<readonly MeasuredTime[]> {
  const spans = unitSpans.map(async (span) => {
    const against = targets.filter((target) => target.span === span);
    if (against.length === 0) return [];
    const common = { by: [], filter: {}, exercises: false, timeZone: 'UTC', limit: 0 } as const;
    const { all } = await intervals(pool, { ...period, ...common, span, targets: against });
    return against.map((target, at) => {
      const { count = 0, reached = null, within = 0 } = all.targets[at] ?? {};
      return { ...target, count, measured: reached, within };
    });
  });
  return (await Promise.all(spans)).flat();
}

builder.queryField('responseTimes', (t) =>
  t.field({
    type: ResponseTimesType,
    description: 'Of the last hours, without exercises, against the targets of the profile.',
    args: { city: t.arg.id(), hours: t.arg.int({ defaultValue: 8, required: true }) },
    resolve: async (_root, { city: id, hours }, context) => {
      demand(context, 'readIncidentBoard', citySubject(id));
      if (hours < 1 || hours > mostHours) refuse('outOfRange', { min: 1, max: mostHours }, 'hours');
      const now = Date.now();
      const since = new Date(now - hours * 3_600_000).toISOString();
      const period = { city: id, from: since, to: new Date(now).toISOString() };
      const city = await context.parts.store.readCity(id);
      const { pool } = context.parts;
      return {
        since,
        targets: await measured(pool, period, [...(city?.targets.values() ?? [])]),
        acknowledged: await acknowledgements(pool, id, period),
      };
    },
  }),
);
