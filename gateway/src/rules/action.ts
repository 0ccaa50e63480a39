/** What can be asked of the gateway. Commands carry the name of their mutation. */
export const readActions = [
  'readCity',
  'readIncidentBoard',
  'readTaskBoard',
  'readUnitBoard',
  'readIncident',
] as const;

export const incidentActions = [
  'reportIncident',
  'confirmIncident',
  'assignTasks',
  'addNote',
  'markContained',
  'resolveIncident',
  'closeIncident',
  'reopenIncident',
  'cancelIncident',
] as const;

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
] as const;

export const unitActions = [
  'dispatchUnit',
  'activateAssignment',
  'recordStage',
  'cancelAssignment',
] as const;

export const actions = [
  ...readActions,
  ...incidentActions,
  ...taskActions,
  ...unitActions,
] as const;

export type IncidentAction = (typeof incidentActions)[number];
export type TaskAction = (typeof taskActions)[number];
export type UnitAction = (typeof unitActions)[number];
export type Action = (typeof actions)[number];
