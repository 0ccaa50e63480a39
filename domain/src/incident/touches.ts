import type { Recorded } from '../metadata.ts';
import { isOfAfter } from './after/decide.ts';
import { touchesAfter } from './after/touches.ts';
import { isOfCommand } from './command/decide.ts';
import { touchesCommand } from './command/touches.ts';
import type { IncidentCommand } from './commands.ts';
import type { IncidentEvent } from './events.ts';

/** What somebody else did that a person deciding about a task would want to know first. */
const answers: readonly IncidentEvent['type'][] = [
  'TaskAccepted',
  'TaskObjected',
  'ObjectionUpheld',
  'ObjectionRejected',
  'TaskStarted',
  'TaskFinished',
  'TaskReturned',
  'TaskVerified',
  'TaskCancelled',
  'TaskReassigned',
];
/** What only the one who is about to do the same would want to know. */
const alike: Readonly<Partial<Record<IncidentEvent['type'], IncidentCommand['type']>>> = {
  TaskUrged: 'UrgeTask',
  TaskDeadlineChanged: 'ChangeTaskDeadlines',
};
const turns: readonly IncidentEvent['type'][] = [
  'IncidentConfirmed',
  'IncidentContained',
  'IncidentResolved',
  'IncidentClosed',
  'IncidentReopened',
  'IncidentCancelled',
  'IncidentMerged',
  'MergeUndone',
];
/** Evidence and notes never stand in another's way, whatever happened meanwhile. */
const harmless: readonly IncidentCommand['type'][] = [
  'RecordDelivery',
  'RecordSeen',
  'EscalateTask',
  'RecordOverdue',
  'CarryCommitment',
  'CarryStage',
  'CarryWithdrawal',
  'CarryPar',
  'RequestMutualAid',
  'AddNote',
  'ReportProgress',
  'RequestUnits',
  'CarrySupply',
  'CarryDecline',
  'LinkReport',
  'AbsorbIncident',
  'SplitOffIncident',
  'UndoRefusedMerge',
  'PlaceLegalHold',
  'LiftLegalHold',
  'ErasePersonalData',
  'DestroyPersonalKeys',
];

/** What another judged meanwhile about the very thing that a command is about. */
const judgements: Readonly<
  Partial<Record<IncidentCommand['type'], readonly IncidentEvent['type'][]>>
> = {
  UnlinkReport: ['ReportUnlinked'],
  JudgeIncident: ['IncidentJudged'],
  AssignResponsibility: ['ResponsibilityAssigned'],
  RaiseIncident: ['IncidentRaised', 'IncidentHandedDown'],
  HandDownIncident: ['IncidentRaised', 'IncidentHandedDown'],
  SetResponseLevel: ['ResponseLevelSet'],
};

export function touches(command: IncidentCommand, event: Recorded<IncidentEvent>): boolean {
  if (isOfCommand(command)) return touchesCommand(command, event);
  if (isOfAfter(command)) return touchesAfter(command, event);
  if (harmless.includes(command.type)) return false;
  if (command.type === 'RecordArchive') return true;
  if (
    command.type === 'CancelSupplyRequest' ||
    command.type === 'AnswerMutualAid' ||
    command.type === 'EndMutualAid'
  )
    return 'request' in event.data && event.data.request === command.data.request;
  if (command.type === 'AssignTasks') {
    const wanted = command.data.tasks.map((task) => task.department);
    return event.type === 'TaskAssigned' || event.type === 'TaskReassigned'
      ? wanted.includes(event.data.department)
      : turns.includes(event.type) && event.type !== 'IncidentContained';
  }
  if (command.type === 'ApplyPlan')
    return event.type === 'PlanApplied'
      ? event.data.plan === command.data.plan
      : turns.includes(event.type) && event.type !== 'IncidentContained';
  if (command.type === 'TickChecklistItem' || command.type === 'UntickChecklistItem')
    return (
      (event.type === 'ChecklistItemTicked' || event.type === 'ChecklistItemUnticked') &&
      event.data.plan === command.data.plan &&
      event.data.item === command.data.item
    );
  if (command.type === 'WithdrawUnitRequest')
    return event.type === 'UnitRequestWithdrawn' && event.data.request === command.data.request;
  if ('task' in command.data) {
    if (command.type === 'TransferLead' && event.type === 'TaskPartChanged') return true;
    const touching = answers.includes(event.type) || alike[event.type] === command.type;
    return touching && 'task' in event.data && event.data.task === command.data.task;
  }
  const judged = judgements[command.type];
  if (judged?.includes(event.type)) return true;
  const ends =
    command.type === 'CloseIncident' ||
    command.type === 'ResolveIncident' ||
    command.type === 'MergeIncident';
  return (
    turns.includes(event.type) ||
    (ends && (answers.includes(event.type) || event.type === 'TaskAssigned'))
  );
}
