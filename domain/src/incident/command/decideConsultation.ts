import { firstFault, longText, shortText, textFault } from '../../check.ts';
import { type Rejection, reject } from '../../rejection.ts';
import type { Decision, IncidentContext } from '../context.ts';
import type { Incident } from '../incident.ts';
import { assignTasks } from '../task/assign.ts';
import type { CommandCommand, DecidedTask } from './commands.ts';
import { directsFault } from './decideRoles.ts';
import { endedFault } from './ended.ts';
import type { Consultation } from './state.ts';

type Of<T extends CommandCommand['type']> = Extract<CommandCommand, { type: T }>['data'];

/** At most this many departments in one consultation. */
const mostParticipants = 32;

function participantsFault(
  participants: readonly string[],
  { city }: IncidentContext,
): Rejection | undefined {
  if (participants.length === 0) return reject('required', {}, 'participants');
  if (participants.length > mostParticipants)
    return reject('tooMany', { max: mostParticipants }, 'participants');
  for (const [index, department] of participants.entries()) {
    const at = `participants[${index}]`;
    if (!city?.departments.has(department)) return reject('unknownDepartment', { department }, at);
    if (participants.indexOf(department) !== index)
      return reject('alreadyInvited', { department }, at);
  }
  return undefined;
}

export function openConsultation(
  data: Of<'OpenConsultation'>,
  incident: Incident,
  context: IncidentContext,
): Decision {
  const known = incident.consultations.has(data.consultation);
  const fault = firstFault(
    endedFault(incident),
    known ? reject('alreadyExists', {}, 'consultation') : undefined,
    textFault(data.topic, 'topic', shortText),
    participantsFault(data.participants, context),
    directsFault(incident, context.actor),
  );
  return fault ?? [{ type: 'ConsultationOpened', data }];
}

/** The consultation if it is open, or what hinders. */
function openOne(incident: Incident, id: string): Consultation | Rejection {
  const ended = endedFault(incident);
  if (ended) return ended;
  const consultation = incident.consultations.get(id);
  if (!consultation) return reject('unknownConsultation', {}, 'consultation');
  if (!consultation.closed) return consultation;
  const { by, occurredAt } = consultation.closed;
  return reject('consultationClosed', { name: by.name, at: occurredAt }, 'consultation');
}

export function joinConsultation(
  data: Of<'JoinConsultation'>,
  incident: Incident,
  { actor }: IncidentContext,
): Decision {
  const consultation = openOne(incident, data.consultation);
  if ('rejected' in consultation) return consultation;
  const { participants, joined } = consultation;
  const { department } = actor;
  if (department === undefined || !participants.includes(department))
    return reject('notInvited', { departments: participants.join(', ') }, 'consultation');
  if (joined.some((one) => one.by.id === actor.id)) return [];
  return [{ type: 'ConsultationJoined', data: { ...data, department } }];
}

/** The task's assignment by the rules of every assignment, its faults under `becomes`. */
function assignment(
  task: DecidedTask,
  decision: string,
  incident: Incident,
  context: IncidentContext,
): Decision {
  const tasks = [{ ...task, origin: { decision } }];
  const decided = assignTasks(tasks, incident, context);
  if (!('rejected' in decided)) return decided;
  return { ...decided, field: decided.field?.replace(/^tasks\[0\]/, 'becomes') ?? 'becomes' };
}

export function recordDecision(
  { becomes, ...data }: Of<'RecordDecision'>,
  incident: Incident,
  context: IncidentContext,
): Decision {
  const consultation = openOne(incident, data.consultation);
  if ('rejected' in consultation) return consultation;
  const known = [...incident.consultations.values()].some(({ decisions }) =>
    decisions.some((one) => one.id === data.decision),
  );
  const fault = firstFault(
    known ? reject('alreadyExists', {}, 'decision') : undefined,
    textFault(data.text, 'text', longText),
    directsFault(incident, context.actor),
  );
  if (fault) return fault;
  if (!becomes) return [{ type: 'DecisionRecorded', data }];
  const assigned = assignment(becomes, data.decision, incident, context);
  if ('rejected' in assigned) return assigned;
  return [{ type: 'DecisionRecorded', data: { ...data, task: becomes.task } }, ...assigned];
}

export function closeConsultation(
  data: Of<'CloseConsultation'>,
  incident: Incident,
  { actor }: IncidentContext,
): Decision {
  const consultation = openOne(incident, data.consultation);
  if ('rejected' in consultation) return consultation;
  const fault = firstFault(
    textFault(data.summary, 'summary', longText),
    directsFault(incident, actor),
  );
  return fault ?? [{ type: 'ConsultationClosed', data }];
}
