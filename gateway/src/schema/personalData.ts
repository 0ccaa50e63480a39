import { type Caller, type Incident, textFault } from '@tocsin/domain';
import { incidentOfNumber } from '@tocsin/projections/queries';
import { trace } from '../access/trace.ts';
import { commandIncident } from '../commands/carryOut.ts';
import { uuidFault } from '../commands/ids.ts';
import { type RequestContext, signedIn } from '../context.ts';
import { viewIncident } from '../incidentView.ts';
import { refusal, refuse } from '../operation/refusal.ts';
import { incidentSubject, may } from '../rules/index.ts';
import { EvidenceType } from './actor.ts';
import { demandIds } from './board.ts';
import { builder } from './builder.ts';
import { CommandInputType, CommandResult } from './commandResult.ts';
import { fromRecord } from './evidence.ts';
import { IncidentViewType } from './incident.ts';
import { CallerStateEnum } from './place.ts';

/** Longest reason for looking, in characters. */
const longestReason = 500;

interface ReportedPerson {
  readonly report: string | undefined;
  readonly caller: Caller;
}

const part = ({ caller }: ReportedPerson, name: 'name' | 'phone' | 'address'): string | null =>
  (caller.state === 'kept' && caller.person[name]) || null;

const ReportedPersonType = builder.objectRef<ReportedPerson>('ReportedPerson').implement({
  fields: (t) => ({
    report: t.id({ nullable: true, resolve: ({ report }) => report ?? null }),
    state: t.field({ type: CallerStateEnum, resolve: ({ caller }) => caller.state }),
    name: t.string({ nullable: true, resolve: (one) => part(one, 'name') }),
    phone: t.string({ nullable: true, resolve: (one) => part(one, 'phone') }),
    address: t.string({ nullable: true, resolve: (one) => part(one, 'address') }),
  }),
});

builder.objectField(IncidentViewType, 'personalDataErased', (t) =>
  t.field({
    type: EvidenceType,
    nullable: true,
    description: 'Who erased the persons of its reports, and why.',
    resolve: ({ state }) => fromRecord(state.erased),
  }),
);

/** What has to be said to look: nothing while one works on it, else why. */
function demandReason(context: RequestContext, state: Incident, reason: string): void {
  const subject = incidentSubject(state);
  const viewer = signedIn(context);
  const works = may(viewer, 'readPersonalData', subject);
  if (!works && !may(viewer, 'auditPersonalData', subject))
    refuse('forbidden', { city: state.city }, 'incident');
  const over = state.status === 'closed' || state.status === 'cancelled';
  if (works && !over && reason === '') return;
  const fault = textFault(reason, 'reason', longestReason);
  if (fault) throw refusal(fault);
}

builder.queryField('personalData', (t) =>
  t.field({
    type: [ReportedPersonType],
    nullable: true,
    description:
      'Who reported the incident, the first report first. Each look is recorded; auditors say why, and whoever looks once it is closed or cancelled.',
    args: { incident: t.arg.id(), reason: t.arg.string({ required: false }) },
    resolve: async (_root, { incident, reason }, context) => {
      signedIn(context);
      demandIds({ incident });
      const { store } = context.parts;
      const view = viewIncident(await store.readIncident(incident));
      if (!view) return null;
      const { state } = view;
      const said = reason?.trim() ?? '';
      demandReason(context, state, said);
      const { city } = state;
      const why = said === '' ? {} : { reason: said };
      await trace(context, {
        kind: 'personalDataRead',
        what: 'personalData',
        city,
        incident,
        ...why,
      });
      return [state, ...state.linked.values()].map(({ report, reporter }) => ({
        report,
        caller: store.caller(reporter),
      }));
    },
  }),
);

/** An incident's id where it is named by its number; what is no number of any is left as it is. */
async function incidentNamed(
  { parts, viewer }: RequestContext,
  named: string,
  city: string | null | undefined,
): Promise<string> {
  if (!viewer || !city || !/^\d{1,9}$/.test(named)) return named;
  return (await incidentOfNumber(parts.pool, city, Number(named))) ?? named;
}

builder.mutationField('erasePersonalData', (t) =>
  t.field({
    type: CommandResult,
    description:
      'Destroys the keys to the persons of an incident that has ended. Its record stays as it is, without them.',
    args: {
      command: t.arg({ type: CommandInputType }),
      incident: t.arg.id({ description: 'Its id; or its number, with the city.' }),
      city: t.arg.id({ required: false }),
      reason: t.arg.string(),
    },
    resolve: async (_root, { command: input, incident: named, city, reason }, context) => {
      const incident = await incidentNamed(context, named, city);
      const order = {
        action: 'erasePersonalData',
        input,
        fault: uuidFault({ incident }),
      } as const;
      const data = { reason };
      return commandIncident(context, order, incident, { type: 'ErasePersonalData', data });
    },
  }),
);
