import type { Role } from '@tocsin/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Action,
  actions,
  afterActions,
  cityActions,
  citySubject,
  commandActions,
  commanderActions,
  departmentSubject,
  depotActions,
  dutyActions,
  incidentActions,
  may,
  mayAnywhere,
  maySeeChange,
  retentionActions,
  type Subject,
  streamActions,
  taskActions,
  unitActions,
  type Viewer,
} from './index.ts';

const roles: readonly Role[] = ['dispatcher', 'liaison', 'commander', 'auditor', 'administrator'];
const viewer = (role: Role, rest: Partial<Viewer> = {}): Viewer => ({
  account: role,
  name: role,
  roles: [role],
  cities: ['xinghe'],
  ...(role === 'liaison' ? { department: 'fire' } : {}),
  ...rest,
});

/** What everybody who works in the city sees. */
const shared: readonly Action[] = [
  'readCity',
  'readDepotBoard',
  'readWarningBoard',
  'readPlannedEventBoard',
  'readDutyBoard',
];
const reads: readonly Action[] = [
  ...shared,
  'readIncidentBoard',
  'readTaskBoard',
  'readUnitBoard',
  'readIncident',
  'readActionBoard',
  'readIntervals',
];
const judging: readonly Action[] = [
  'upholdObjection',
  'rejectObjection',
  'returnTask',
  'verifyTask',
  'cancelTask',
  'reassignTask',
  'changeTaskDeadlines',
  'urgeTask',
  'transferLead',
];
const doing = taskActions.filter((action) => !judging.includes(action));
/** The command centre reserves; the depot's own people hand out and count. */
const reserving: readonly Action[] = ['commitStock', 'releaseCommitment', 'declineSupplyRequest'];
const commandCentre: readonly Action[] = [
  'recommendUnits',
  'readPersonalData',
  ...reads,
  'readPeople',
  ...incidentActions,
  ...commandActions,
  ...afterActions,
  ...reserving,
  ...unitActions,
  ...judging,
  ...streamActions,
  ...dutyActions,
];
const auditing: readonly Action[] = ['readAccessLog', ...retentionActions];
const own: readonly Action[] = [
  'readTaskBoard',
  'readUnitBoard',
  'readIncident',
  'readActionBoard',
  'readIntervals',
  ...commandActions.filter((action) => action !== 'takeCommand'),
  'reportAction',
  'finishAction',
  ...doing,
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
];

const everySubject = (city: string): readonly Subject[] => [
  citySubject(city),
  departmentSubject(city, 'fire'),
  departmentSubject(city, 'police'),
  { kind: 'incident', city, departments: ['fire', 'gas'] },
  { kind: 'incident', city, departments: ['police'] },
];
const isFires = (subject: Subject): boolean =>
  subject.kind === 'department'
    ? subject.department === 'fire'
    : subject.kind === 'incident' && subject.departments.includes('fire');

const expected: Readonly<Record<Role, (action: Action, subject: Subject) => boolean>> = {
  dispatcher: (action) => commandCentre.includes(action),
  commander: (action) =>
    [...commandCentre, ...commanderActions, ...cityActions, ...retentionActions].includes(action),
  liaison: (action, subject) =>
    shared.includes(action) ||
    action === 'readPeople' ||
    (own.includes(action) && isFires(subject)),
  auditor: (action) => [...reads, ...auditing, 'auditPersonalData'].includes(action),
  administrator: (action) =>
    [
      'readCity',
      'readPeople',
      'readHealth',
      'readIntervals',
      ...auditing,
      'erasePersonalData',
    ].includes(action),
};

describe('[A1] the rule of who may do what', () => {
  it.each(roles)('allows a %s exactly what the table says', (role) => {
    for (const action of actions)
      for (const subject of everySubject('xinghe'))
        expect(
          may(viewer(role), action, subject),
          `${role} ${action} ${JSON.stringify(subject)}`,
        ).toBe(expected[role](action, subject));
  });

  it.each(roles)('allows a %s nothing in another city', (role) => {
    for (const action of actions)
      for (const subject of everySubject('elsewhere'))
        expect(may(viewer(role), action, subject)).toBe(false);
  });

  it('allows nothing to a person without roles, and nothing to a liaison of no department', () => {
    const nobody = viewer('dispatcher', { roles: [] });
    const { department: _, ...homeless } = viewer('liaison');
    for (const action of actions) {
      for (const subject of everySubject('xinghe')) {
        expect(may(nobody, action, subject)).toBe(false);
        if (!shared.includes(action) && action !== 'readPeople')
          expect(may(homeless, action, subject)).toBe(false);
      }
    }
    expect(mayAnywhere(nobody)).toEqual([]);
  });

  it('[F5] never shows a liaison a row that is not of the own department and city', () => {
    const board = fc.constantFrom('incident', 'task', 'unit');
    const city = fc.constantFrom('xinghe', 'elsewhere');
    const department = fc.constantFrom('fire', 'police', 'gas', undefined);
    const cities = fc.constantFrom<string[]>(['xinghe'], ['elsewhere'], ['*'], []);
    const change = fc.record({ board, city, department });
    fc.assert(
      fc.property(change, cities, fc.constantFrom('fire', 'police'), (row, own, mine) => {
        const liaison = viewer('liaison', { cities: own, department: mine });
        const inCity = own.includes('*') || own.includes(row.city);
        const shown = inCity && row.board !== 'incident' && row.department === mine;
        expect(maySeeChange(liaison, row)).toBe(shown);
      }),
    );
  });

  it('[F5] shows by push exactly what the board’s query would be allowed', () => {
    for (const role of roles) {
      for (const department of ['fire', 'police']) {
        const at = { city: 'xinghe', department };
        expect(maySeeChange(viewer(role), { ...at, board: 'task' })).toBe(
          may(viewer(role), 'readTaskBoard', departmentSubject('xinghe', department)),
        );
        expect(maySeeChange(viewer(role), { ...at, board: 'unit' })).toBe(
          may(viewer(role), 'readUnitBoard', departmentSubject('xinghe', department)),
        );
      }
    }
  });
});
