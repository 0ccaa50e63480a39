import { responseEvidence } from '@tocsin/projections/queries';
import {
  type Acknowledged,
  acknowledged,
  type MeasuredTime,
  measuredTimes,
} from '../measuredTimes.ts';
import { refuse } from '../operation/refusal.ts';
import { citySubject } from '../rules/index.ts';
import { demand } from './board.ts';
import { builder } from './builder.ts';
import { TimeSpanEnum } from './cityProfile.ts';

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

const AcknowledgedType = builder.objectRef<Acknowledged>('Acknowledged').implement({
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
  readonly acknowledged: Acknowledged;
}

const ResponseTimesType = builder.objectRef<ResponseTimes>('ResponseTimes').implement({
  fields: (t) => ({
    since: t.expose('since', { type: 'DateTime' }),
    targets: t.field({ type: [MeasuredTimeType], resolve: ({ targets }) => [...targets] }),
    acknowledged: t.expose('acknowledged', { type: AcknowledgedType }),
  }),
});

const mostHours = 168;

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
      const city = await context.parts.store.readCity(id);
      const evidence = await responseEvidence(context.parts.pool, id, since);
      return {
        since,
        targets: measuredTimes([...(city?.targets.values() ?? [])], evidence),
        acknowledged: acknowledged(evidence, now),
      };
    },
  }),
);
