import type { Role } from '@tocsin/domain';
import {
  type Action,
  afterActions,
  cityActions,
  commandActions,
  commanderActions,
  depotActions,
  directingActions,
  dutyActions,
  incidentActions,
  privacyActions,
  retentionActions,
  streamActions,
  unitActions,
} from './action.ts';

/**
 * How far a role's permission goes: `city` to everything in the person's cities, `ownDepartment`
 * only to what concerns the person's own department there.
 */
export type Reach = 'city' | 'ownDepartment';
export type Permissions = ReadonlyMap<Action, Reach>;

const allow = (reach: Reach, ...allowed: readonly Action[]): [Action, Reach][] =>
  allowed.map((action) => [action, reach]);

/** What everybody who works in the city sees. */
const readShared = allow(
  'city',
  'readCity',
  'readDepotBoard',
  'readWarningBoard',
  'readPlannedEventBoard',
  'readDutyBoard',
);

const readAll = [
  ...readShared,
  ...allow(
    'city',
    'readIncidentBoard',
    'readTaskBoard',
    'readUnitBoard',
    'readIncident',
    'readActionBoard',
    'readIntervals',
  ),
];

const dispatch = [
  ...readAll,
  ...allow('city', 'recommendUnits', 'readPersonalData'),
  ...allow('city', 'readPeople', ...commandActions, ...afterActions),
  ...allow('city', ...incidentActions, ...unitActions, ...streamActions, ...dutyActions),
  ...allow('city', ...directingActions),
  ...allow('city', 'commitStock', 'releaseCommitment', 'declineSupplyRequest'),
];

/** Who may do what. What isn't in here is forbidden. */
export const table: Readonly<Record<Role, Permissions>> = {
  dispatcher: new Map(dispatch),
  commander: new Map([
    ...dispatch,
    ...allow('city', ...commanderActions, ...cityActions, ...retentionActions),
  ]),
  liaison: new Map([
    ...readShared,
    ...allow('city', 'readPeople'),
    ...allow('ownDepartment', 'readTaskBoard', 'readUnitBoard', 'readIncident', 'readActionBoard'),
    ...allow('ownDepartment', 'readIntervals'),
    ...allow('ownDepartment', ...commandActions.filter((action) => action !== 'takeCommand')),
    ...allow('ownDepartment', 'reportAction', 'finishAction'),
    ...allow(
      'ownDepartment',
      'recordDelivery',
      'recordSeen',
      'acceptTask',
      'objectToTask',
      'startTask',
      'reportProgress',
      'finishTask',
      'recordStage',
      'cancelAssignment',
      'goOnDuty',
      'goOffDuty',
      'reportPosition',
      'confirmPar',
      'requestSupplies',
      'cancelSupplyRequest',
      ...depotActions,
      ...dutyActions,
    ),
  ]),
  // Who reported is told an auditor for a reason only, which is recorded.
  auditor: new Map([
    ...readAll,
    ...allow('city', 'readAccessLog', 'auditPersonalData', ...retentionActions),
  ]),
  administrator: new Map(
    allow(
      'city',
      'readCity',
      'readPeople',
      'readHealth',
      'readIntervals',
      'readAccessLog',
      ...retentionActions,
      ...privacyActions,
    ),
  ),
};
