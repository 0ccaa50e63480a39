/** What can be asked of the gateway. Commands carry the name of their mutation. */
export const readActions = [
  'readCity',
  'readIncidentBoard',
  'readTaskBoard',
  'readUnitBoard',
  'recommendUnits',
  'readIncident',
  'readDepotBoard',
  'readWarningBoard',
  'readPlannedEventBoard',
  'readDutyBoard',
  'readActionBoard',
  'readPeople',
  'readAccessLog',
  'readHealth',
  'readIntervals',
  'readPersonalData',
  'auditPersonalData',
] as const;

export const incidentActions = [
  'reportIncident',
  'confirmIncident',
  'assignTasks',
  'addNote',
  'requestSupplies',
  'cancelSupplyRequest',
  'applyPlan',
  'requestUnits',
  'withdrawUnitRequest',
  'tickChecklistItem',
  'untickChecklistItem',
  'markContained',
  'resolveIncident',
  'closeIncident',
  'reopenIncident',
  'cancelIncident',
  'submitReport',
  'linkReport',
  'unlinkReport',
  'judgeIncident',
  'assignResponsibility',
  'raiseIncident',
  'handDownIncident',
  'raiseResponseLevel',
  'mergeIncident',
  'undoMerge',
  'requestMutualAid',
  'answerMutualAid',
  'endMutualAid',
] as const;

/** What only a commander does; `setResponseLevel` is any level, raising it a little is above. */
export const commanderActions = ['setResponseLevel'] as const;

/** On who reported: an incident's persons are erased by administrators alone. */
export const privacyActions = ['erasePersonalData'] as const;

/** On command and consultation: the decider says which of them a liaison may do, by role. */
export const commandActions = [
  'takeCommand',
  'assignRole',
  'relieveRole',
  'transferCommand',
  'openConsultation',
  'joinConsultation',
  'recordDecision',
  'closeConsultation',
  'reportSituation',
  'addAttachment',
  'strikeEntry',
] as const;

/** On what was found and what puts it right. */
export const afterActions = [
  'recordFinding',
  'assignAction',
  'reportAction',
  'finishAction',
  'verifyAction',
  'returnAction',
  'cancelAction',
] as const;

/** What keeps a record from being archived or erased. */
export const retentionActions = ['placeLegalHold', 'liftLegalHold'] as const;

export const taskActions = [
  'recordDelivery',
  'recordSeen',
  'acceptTask',
  'objectToTask',
  'upholdObjection',
  'rejectObjection',
  'startTask',
  'reportProgress',
  'finishTask',
  'returnTask',
  'verifyTask',
  'cancelTask',
  'reassignTask',
  'changeTaskDeadlines',
  'urgeTask',
  'transferLead',
] as const;

/** What the command centre decides about the tasks that it gave. */
export const directingActions = [
  'upholdObjection',
  'rejectObjection',
  'returnTask',
  'verifyTask',
  'cancelTask',
  'reassignTask',
  'changeTaskDeadlines',
  'urgeTask',
  'transferLead',
] as const satisfies readonly (typeof taskActions)[number][];

export const unitActions = [
  'dispatchUnit',
  'activateAssignment',
  'recordStage',
  'cancelAssignment',
  'goOnDuty',
  'goOffDuty',
  'reportPosition',
  'holdInReserve',
  'releaseFromReserve',
  'confirmPar',
  'returnUnit',
] as const;

/** Commands on a depot, which is its department's affair. */
export const depotActions = [
  'replenishStock',
  'countStock',
  'writeOffStock',
  'commitStock',
  'releaseCommitment',
  'issueStock',
  'returnStock',
  'consumeStock',
  'declineSupplyRequest',
] as const;

/** Commands on the streams that have a board of their own: depots, warnings, planned events, duty desks. */
export const streamActions = [
  'issueWarning',
  'adjustWarning',
  'liftWarning',
  'scheduleEvent',
  'amendEvent',
  'beginEvent',
  'endEvent',
  'cancelEvent',
  'placePost',
  'removePost',
  'placeUnit',
  'releaseUnit',
  'attachPlan',
  'detachPlan',
  'relieveDuty',
] as const;

/** What people do at their own department's duty desk. */
export const dutyActions = [
  'takeDuty',
  'endDuty',
  'handOverShift',
  'acceptHandover',
  'withdrawHandover',
] as const;

/** Commands on the city itself, for commanders alone. */
export const cityActions = ['changePosture'] as const;

export const actions = [
  ...readActions,
  ...incidentActions,
  ...commanderActions,
  ...commandActions,
  ...afterActions,
  ...retentionActions,
  ...privacyActions,
  ...taskActions,
  ...unitActions,
  ...depotActions,
  ...streamActions,
  ...dutyActions,
  ...cityActions,
] as const;

export type IncidentAction =
  | (typeof incidentActions)[number]
  | (typeof commanderActions)[number]
  | (typeof commandActions)[number]
  | (typeof afterActions)[number]
  | (typeof retentionActions)[number]
  | (typeof privacyActions)[number];
export type TaskAction = (typeof taskActions)[number];
export type UnitAction = (typeof unitActions)[number];
export type DepotAction = (typeof depotActions)[number];
export type StreamAction = (typeof streamActions)[number] | (typeof dutyActions)[number];
export type CityAction = (typeof cityActions)[number];
export type Action = (typeof actions)[number];
