import type { CommandRole } from '../../city/plan.ts';
import type { Recorded } from '../../metadata.ts';
import { type Evidence, evidence } from '../evidence.ts';
import type { Incident } from '../incident.ts';
import type { CommandEvent, RoleHolder } from './events.ts';
import type { Consultation } from './state.ts';

const types: Readonly<Record<CommandEvent['type'], true>> = {
  CommandTaken: true,
  RoleAssigned: true,
  RoleRelieved: true,
  CommandTransferred: true,
  ConsultationOpened: true,
  ConsultationJoined: true,
  DecisionRecorded: true,
  ConsultationClosed: true,
  SituationReported: true,
  AttachmentAdded: true,
  EntryStruck: true,
};

export const isCommandEvent = <E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { type: CommandEvent['type'] }> => Object.hasOwn(types, event.type);

const withRole = (
  incident: Incident,
  role: CommandRole,
  { account, name, department }: RoleHolder,
  since: string,
): Incident => {
  const holder = { account, name, ...(department === undefined ? {} : { department }), since };
  return { ...incident, roles: new Map(incident.roles).set(role, holder) };
};

const withoutRole = (incident: Incident, role: CommandRole): Incident => {
  const roles = new Map(incident.roles);
  roles.delete(role);
  return { ...incident, roles };
};

const withConsultation = (
  incident: Incident,
  id: string,
  change: (known: Consultation) => Consultation,
): Incident => {
  const known = incident.consultations.get(id);
  if (!known) return incident;
  const consultations = new Map(incident.consultations).set(id, change(known));
  return { ...incident, consultations };
};

function evolveConsultation(
  incident: Incident,
  event: Extract<Recorded<CommandEvent>, { data: { consultation: string } }>,
  link: Evidence,
): Incident {
  const { consultation: id } = event.data;
  switch (event.type) {
    case 'ConsultationOpened': {
      const { topic, participants } = event.data;
      const opened = { id, topic, participants, opened: link, joined: [], decisions: [] };
      return { ...incident, consultations: new Map(incident.consultations).set(id, opened) };
    }
    case 'ConsultationJoined': {
      const joined = { ...link, department: event.data.department };
      return withConsultation(incident, id, (known) => ({
        ...known,
        joined: [...known.joined, joined],
      }));
    }
    case 'DecisionRecorded': {
      const { decision, text, task } = event.data;
      const facts = { id: decision, text, ...(task === undefined ? {} : { task }) };
      const recorded = { ...link, ...facts, revision: incident.length };
      return withConsultation(incident, id, (known) => ({
        ...known,
        decisions: [...known.decisions, recorded],
      }));
    }
    case 'ConsultationClosed': {
      const closed = { ...link, summary: event.data.summary };
      return withConsultation(incident, id, (known) => ({ ...known, closed }));
    }
  }
}

export function evolveCommand(incident: Incident, event: Recorded<CommandEvent>): Incident {
  const link = evidence(event);
  const entered = { ...link, revision: incident.length };
  switch (event.type) {
    case 'CommandTaken':
    case 'RoleAssigned':
      return withRole(incident, event.data.role, event.data, link.occurredAt);
    case 'RoleRelieved':
      return withoutRole(incident, event.data.role);
    case 'CommandTransferred':
      return withRole(incident, 'incidentCommander', event.data.to, link.occurredAt);
    case 'ConsultationOpened':
    case 'ConsultationJoined':
    case 'DecisionRecorded':
    case 'ConsultationClosed':
      return evolveConsultation(incident, event, link);
    case 'SituationReported': {
      const { sitrep: id, number, text } = event.data;
      return {
        ...incident,
        situations: [...incident.situations, { ...entered, id, number, text }],
      };
    }
    case 'AttachmentAdded': {
      const attachments = new Map(incident.attachments);
      attachments.set(event.data.attachment, { ...event.data, ...entered });
      return { ...incident, attachments };
    }
    case 'EntryStruck': {
      const struck = new Map(incident.struck);
      struck.set(event.data.revision, { ...link, reason: event.data.reason });
      return { ...incident, struck };
    }
  }
}
