import { afterActionReport } from '@tocsin/domain';
import { trace } from '../access/trace.ts';
import { signedIn } from '../context.ts';
import { demandIds } from './board.ts';
import { builder } from './builder.ts';
import { LanguageEnum } from './enums.ts';
import { demandIncident } from './incident.ts';

export const ReportFormatEnum = builder.enumType('ReportFormat', {
  values: ['MARKDOWN', 'HTML'] as const,
});

builder.queryField('afterActionReport', (t) =>
  t.string({
    nullable: true,
    description: 'Folded from the incident’s whole record. HTML: one page that prints on A4.',
    args: {
      incident: t.arg.id(),
      format: t.arg({ type: ReportFormatEnum }),
      language: t.arg({
        type: LanguageEnum,
        required: false,
        description: 'Left out: the request’s.',
      }),
    },
    resolve: async (_root, { incident, format, language }, context) => {
      signedIn(context);
      demandIds({ incident });
      const { store, numbers } = context.parts;
      const state = (await store.readIncident(incident))?.state;
      if (!state || state.status === 'none') return null;
      demandIncident(context, state);
      await trace(context, {
        kind: 'recordExported',
        what: 'afterActionReport',
        incident,
        city: state.city,
      });
      const events = await store.readIncidentEvents(incident);
      const city = await store.readCity(state.city);
      const said = language ? (language === 'en' ? 'en' : 'zh') : context.language;
      const number = await numbers.of(incident);
      const report = afterActionReport(events, city, said, number);
      return format === 'HTML' ? report.html : report.markdown;
    },
  }),
);
