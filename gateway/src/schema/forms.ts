import {
  activityLog,
  type City,
  type Form,
  type FormOptions,
  type IncidentEvent,
  type LogOf,
  type ReportLanguage,
  type Revision,
  recordUntil,
  type Stored,
  statusSummary,
} from '@tocsin/domain';
import { trace } from '../access/trace.ts';
import { nameFault } from '../commands/ids.ts';
import { type RequestContext, signedIn } from '../context.ts';
import { refusal, refuse } from '../operation/refusal.ts';
import { demandIds } from './board.ts';
import { builder } from './builder.ts';
import { LanguageEnum } from './enums.ts';
import { demandIncident } from './incident.ts';
import { ReportFormatEnum } from './report.ts';

interface Asked {
  readonly what: 'statusSummary' | 'activityLog';
  readonly incident: string;
  readonly revision?: Revision | null | undefined;
  readonly since?: string | null | undefined;
  readonly format: 'MARKDOWN' | 'HTML';
  readonly language?: string | null | undefined;
}

type Fold = (
  events: readonly Stored<IncidentEvent>[],
  city: City | undefined,
  language: ReportLanguage,
  options: FormOptions,
) => Form;

/** The record as far as it is asked for, folded into a form; null where there is no incident. */
async function formText(
  context: RequestContext,
  { what, incident, revision, since, format, language }: Asked,
  fold: Fold,
): Promise<string | null> {
  signedIn(context);
  demandIds({ incident });
  const { store, numbers } = context.parts;
  const read = await store.readIncident(incident);
  if (!read || read.state.status === 'none' || read.revision === undefined) return null;
  demandIncident(context, read.state);
  if (revision != null && revision > read.revision)
    return refuse('revisionOfTheFuture', { actual: `${read.revision}` }, 'revision');
  await trace(context, { kind: 'recordExported', what, incident, city: read.state.city });
  const events = await store.readIncidentEvents(incident);
  const known = revision == null ? events : recordUntil(events, { revision });
  const city = await store.readCity(read.state.city);
  const said = language ? (language === 'en' ? 'en' : 'zh') : context.language;
  const number = await numbers.of(incident);
  const form = fold(known, city, said, { number, since: since ?? undefined });
  return format === 'HTML' ? form.html : form.markdown;
}

builder.queryField('statusSummary', (t) =>
  t.string({
    nullable: true,
    description: 'The incident status summary (ICS 209 style), as the record stood at a revision.',
    args: {
      incident: t.arg.id(),
      revision: t.arg({ type: 'Revision', required: false }),
      since: t.arg({
        type: 'DateTime',
        required: false,
        description: 'When the operational period began; left out: with the incident.',
      }),
      format: t.arg({ type: ReportFormatEnum }),
      language: t.arg({ type: LanguageEnum, required: false }),
    },
    resolve: (_root, asked, context) =>
      formText(context, { what: 'statusSummary', ...asked }, statusSummary),
  }),
);

const LogOfInput = builder.inputType('LogOfInput', {
  description: 'Whose activity log: one of these.',
  fields: (t) => ({
    unit: t.id({ required: false }),
    department: t.id({ required: false }),
    person: t.id({ required: false, description: 'An account.' }),
  }),
});

type GivenOf = Readonly<Record<'unit' | 'department' | 'person', string | null | undefined>>;

function givenLogOf({ unit, department, person }: Partial<GivenOf>): LogOf {
  const fault = nameFault({ 'of.unit': unit, 'of.department': department, 'of.person': person });
  if (fault) throw refusal(fault);
  const given: LogOf[] = [
    ...(unit == null ? [] : [{ unit }]),
    ...(department == null ? [] : [{ department }]),
    ...(person == null ? [] : [{ person }]),
  ];
  const [of] = given;
  return of && given.length === 1 ? of : refuse('logOfInvalid', {}, 'of');
}

builder.queryField('activityLog', (t) =>
  t.string({
    nullable: true,
    description:
      'The activity log (ICS 214 style) of a unit, a department or a person, as the record stood at a revision.',
    args: {
      incident: t.arg.id(),
      of: t.arg({ type: LogOfInput }),
      revision: t.arg({ type: 'Revision', required: false }),
      since: t.arg({ type: 'DateTime', required: false }),
      format: t.arg({ type: ReportFormatEnum }),
      language: t.arg({ type: LanguageEnum, required: false }),
    },
    resolve: (_root, { of, ...asked }, context) => {
      const whose = givenLogOf(of);
      const wanted = { what: 'activityLog', ...asked } as const;
      return formText(context, wanted, (events, city, language, options) =>
        activityLog(events, city, language, whose, options),
      );
    },
  }),
);
