import type { Decider } from '../decider.ts';
import { reject } from '../rejection.ts';
import { decideAfter, isOfAfter } from './after/decide.ts';
import { decideCommand, isOfCommand } from './command/decide.ts';
import type { IncidentCommand } from './commands.ts';
import type { Decision, IncidentContext } from './context.ts';
import { decideCommitment } from './decideCommitment.ts';
import { decideLifecycle } from './decideLifecycle.ts';
import type { IncidentEvent } from './events.ts';
import { evolve, noIncident } from './evolve.ts';
import type { Incident } from './incident.ts';
import { decideIntake } from './intake/decide.ts';
import { decideJudgement } from './judgement/decide.ts';
import { decideMerge } from './merge/decide.ts';
import { decideMutualAid } from './mutualAid/decide.ts';
import { decidePlans } from './plans/decide.ts';
import { decidePrivacy } from './privacy/decide.ts';
import { decideRetention, isOfRetention } from './retention/decide.ts';
import { decideSupplies } from './supplies/decide.ts';
import { decideTask } from './task/decide.ts';
import { touches } from './touches.ts';

/** What a merged incident still takes; the rest goes to the incident that it was merged into. */
const takenWhileMerged: ReadonlySet<IncidentCommand['type']> = new Set([
  'ReportIncident',
  'MergeIncident',
  'UndoMerge',
  'AbsorbIncident',
  'SplitOffIncident',
  'UndoRefusedMerge',
  'AddNote',
  'StrikeEntry',
  'EscalateTask',
  'RecordOverdue',
  'CarryCommitment',
  'CarryStage',
  'CarryWithdrawal',
  'CarrySupply',
  'CarryDecline',
  'ErasePersonalData',
  'DestroyPersonalKeys',
]);

function decide(command: IncidentCommand, incident: Incident, context: IncidentContext): Decision {
  if (incident.status === 'none' && command.type !== 'ReportIncident')
    return reject('unknownIncident', {}, 'incident');
  if (isOfRetention(command)) return decideRetention(command, incident);
  if (isOfAfter(command)) return decideAfter(command, incident, context);
  if (incident.status === 'merged' && !takenWhileMerged.has(command.type))
    return reject('incidentMerged', {}, 'incident');
  if (isOfCommand(command)) return decideCommand(command, incident, context);
  switch (command.type) {
    case 'ReportIncident':
    case 'LinkReport':
    case 'UnlinkReport':
      return decideIntake(command, incident, context);
    case 'JudgeIncident':
    case 'AssignResponsibility':
    case 'RaiseIncident':
    case 'HandDownIncident':
    case 'SetResponseLevel':
      return decideJudgement(command, incident, context);
    case 'MergeIncident':
    case 'UndoMerge':
    case 'AbsorbIncident':
    case 'SplitOffIncident':
    case 'UndoRefusedMerge':
      return decideMerge(command, incident, context);
    case 'CarryCommitment':
    case 'CarryStage':
    case 'CarryWithdrawal':
    case 'CarryPar':
      return decideCommitment(command, incident);
    case 'ApplyPlan':
    case 'RequestUnits':
    case 'WithdrawUnitRequest':
    case 'TickChecklistItem':
    case 'UntickChecklistItem':
      return decidePlans(command, incident, context);
    case 'RequestSupplies':
    case 'CancelSupplyRequest':
    case 'CarrySupply':
    case 'CarryDecline':
      return decideSupplies(command, incident, context);
    case 'ConfirmIncident':
    case 'AddNote':
    case 'MarkContained':
    case 'ResolveIncident':
    case 'CloseIncident':
    case 'ReopenIncident':
    case 'CancelIncident':
      return decideLifecycle(command, incident, context);
    case 'RequestMutualAid':
    case 'AnswerMutualAid':
    case 'EndMutualAid':
      return decideMutualAid(command, incident, context);
    case 'ErasePersonalData':
    case 'DestroyPersonalKeys':
      return decidePrivacy(command, incident);
    default:
      return decideTask(command, incident, context);
  }
}

/** One incident: its reports, its tasks, the units committed to it, from the call to the closing. */
export const incidentDecider: Decider<Incident, IncidentCommand, IncidentEvent, IncidentContext> = {
  initial: noIncident,
  evolve,
  decide,
  touches,
  exercise: (incident, event) =>
    event.type === 'IncidentReported' ? event.data.exercise : incident.exercise,
};
