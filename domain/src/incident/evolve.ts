import type { Recorded } from '../metadata.ts';
import type { CommitmentStage } from '../unit/events.ts';
import { evolveAfter, isAfterEvent } from './after/evolve.ts';
import { nothingAfter } from './after/state.ts';
import { withEntry } from './command/entries.ts';
import { evolveCommand, isCommandEvent } from './command/evolve.ts';
import { noCommand } from './command/state.ts';
import type { CommitmentEvent, IncidentEvent, TaskEvent } from './events.ts';
import { evidence } from './evidence.ts';
import { type Incident, isCommitted } from './incident.ts';
import { evolveIntake } from './intake/evolve.ts';
import { evolveJudgement } from './judgement/evolve.ts';
import { evolveMerge } from './merge/evolve.ts';
import { evolveMutualAid } from './mutualAid/evolve.ts';
import { evolvePlans } from './plans/evolve.ts';
import { evolveErased } from './privacy/evolve.ts';
import { evolveRetention } from './retention/evolve.ts';
import { nothingHeld } from './retention/state.ts';
import { evolveSupplies } from './supplies/evolve.ts';
import { evolveTask } from './task/evolve.ts';

export const noIncident: Incident = {
  id: '',
  city: '',
  status: 'none',
  exercise: false,
  what: '',
  channel: 'phone',
  place: { address: '' },
  reporter: {},
  personalKeys: [],
  linked: new Map(),
  unlinked: new Set(),
  jurisdiction: { level: 'district' },
  merges: 0,
  absorbed: new Map(),
  tasks: new Map(),
  commitments: new Map(),
  plans: new Map(),
  unitRequests: new Map(),
  supplies: new Map(),
  mutualAid: new Map(),
  notes: [],
  ...noCommand,
  ...nothingAfter,
  ...nothingHeld,
};

const answered = (incident: Incident): Incident =>
  incident.status === 'confirmed' ? { ...incident, status: 'responding' } : incident;

const hasUnits = (incident: Incident): boolean =>
  [...incident.commitments.values()].some(isCommitted);

const withStage = (
  incident: Incident,
  assignment: string,
  stage: CommitmentStage,
  at: string,
): Incident => {
  const known = incident.commitments.get(assignment);
  if (!known) return incident;
  const next = { ...known, stage, reached: { ...known.reached, [stage]: at } };
  return { ...incident, commitments: new Map(incident.commitments).set(assignment, next) };
};

function evolveCommitment(incident: Incident, event: Recorded<CommitmentEvent>): Incident {
  const at = event.meta.occurredAt;
  switch (event.type) {
    case 'UnitCommitted': {
      const { stacked, late, ...facts } = event.data;
      const stage = stacked ? 'stacked' : 'dispatched';
      const commitments = new Map(incident.commitments);
      commitments.set(facts.assignment, { ...facts, stage, reached: { [stage]: at } });
      return answered({ ...incident, commitments });
    }
    case 'UnitStageRecorded':
      return withStage(incident, event.data.assignment, event.data.stage, at);
    case 'UnitWithdrawn':
      return withStage(incident, event.data.assignment, 'cancelled', at);
    case 'UnitParRecorded': {
      const { assignment, check, result } = event.data;
      const known = incident.commitments.get(assignment);
      if (!known) return incident;
      const next = { ...known, par: { check, result, at } };
      return { ...incident, commitments: new Map(incident.commitments).set(assignment, next) };
    }
  }
}

function evolveTasks(incident: Incident, event: Recorded<TaskEvent>): Incident {
  const task = evolveTask(incident.tasks.get(event.data.task), event, incident.length);
  if (!task) return incident;
  const next = { ...incident, tasks: new Map(incident.tasks).set(task.id, task) };
  return event.type === 'TaskAccepted' ? answered(next) : next;
}

export const evolve = (incident: Incident, event: Recorded<IncidentEvent>): Incident =>
  withEntry(evolveFacts(incident, event), event);

function evolveFacts(incident: Incident, event: Recorded<IncidentEvent>): Incident {
  if (isCommandEvent(event)) return evolveCommand(incident, event);
  if (isAfterEvent(event)) return evolveAfter(incident, event);
  switch (event.type) {
    case 'IncidentReported':
    case 'ReportLinked':
    case 'ReportUnlinked':
      return evolveIntake(incident, event);
    case 'IncidentJudged':
    case 'ResponsibilityAssigned':
    case 'IncidentRaised':
    case 'IncidentHandedDown':
    case 'ResponseLevelSet':
      return evolveJudgement(incident, event);
    case 'IncidentMerged':
    case 'MergeUndone':
    case 'IncidentAbsorbed':
    case 'AbsorptionRefused':
    case 'IncidentSplitOff':
      return evolveMerge(incident, event);
    case 'IncidentConfirmed': {
      const status = hasUnits(incident) ? 'responding' : 'confirmed';
      return { ...incident, ...event.data, status, confirmed: evidence(event) };
    }
    case 'UnitCommitted':
    case 'UnitStageRecorded':
    case 'UnitWithdrawn':
    case 'UnitParRecorded':
      return evolveCommitment(incident, event);
    case 'PlanApplied':
    case 'UnitsRequested':
    case 'UnitRequestWithdrawn':
    case 'ChecklistItemTicked':
    case 'ChecklistItemUnticked':
      return evolvePlans(incident, event);
    case 'SupplyRequested':
    case 'SupplyRequestCancelled':
    case 'SupplyRequestEnded':
    case 'SupplyRequestDeclined':
    case 'SupplyCommitted':
    case 'SupplyReleased':
    case 'SupplyIssued':
    case 'SupplyReturned':
    case 'SupplyConsumed':
      return evolveSupplies(incident, event);
    case 'MutualAidRequested':
    case 'MutualAidAnswered':
    case 'MutualAidEnded':
      return evolveMutualAid(incident, event);
    case 'LegalHoldPlaced':
    case 'LegalHoldLifted':
    case 'IncidentArchived':
      return evolveRetention(incident, event);
    case 'PersonalDataErased':
      return evolveErased(incident, event);
    case 'NoteAdded': {
      const note = {
        ...evidence(event),
        id: event.data.note,
        text: event.data.text,
        revision: incident.length,
      };
      return { ...incident, notes: [...incident.notes, note] };
    }
    case 'IncidentContained':
      return { ...incident, status: 'contained', contained: evidence(event) };
    case 'IncidentResolved':
      return { ...incident, status: 'resolved', resolved: { ...evidence(event), ...event.data } };
    case 'IncidentClosed':
      return { ...incident, status: 'closed', closed: { ...evidence(event), ...event.data } };
    case 'IncidentReopened': {
      const { resolved, closed, cancelled, contained, ...rest } = incident;
      return { ...rest, status: incident.confirmed ? 'responding' : 'reported' };
    }
    case 'IncidentCancelled':
      return { ...incident, status: 'cancelled', cancelled: { ...evidence(event), ...event.data } };
    default:
      return evolveTasks(incident, event);
  }
}
