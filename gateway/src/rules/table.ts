import type { Role } from '@tocsin/domain';
import { type Action, incidentActions, unitActions } from './action.ts';

/**
 * How far a role's permission goes: `city` to everything in the person's cities, `ownDepartment`
 * only to what concerns the person's own department there.
 */
export type Reach = 'city' | 'ownDepartment';
export type Permissions = ReadonlyMap<Action, Reach>;

const allow = (reach: Reach, ...allowed: readonly Action[]): [Action, Reach][] =>
  allowed.map((action) => [action, reach]);

const readAll = allow(
  'city',
  'readCity',
  'readIncidentBoard',
  'readTaskBoard',
  'readUnitBoard',
  'readIncident',
);

const dispatch = [
  ...readAll,
  ...allow('city', ...incidentActions, ...unitActions),
  ...allow('city', 'upholdObjection', 'rejectObjection', 'returnTask', 'verifyTask', 'cancelTask'),
];

/** Who may do what. What isn't in here is forbidden. */
export const table: Readonly<Record<Role, Permissions>> = {
  dispatcher: new Map(dispatch),
  commander: new Map(dispatch),
  liaison: new Map([
    ...allow('city', 'readCity'),
    ...allow('ownDepartment', 'readTaskBoard', 'readUnitBoard', 'readIncident'),
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
    ),
  ]),
  auditor: new Map(readAll),
  administrator: new Map(allow('city', 'readCity')),
};
