import type { Role } from '@tocsin/domain';
import type { Board } from '@tocsin/projections/queries';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  boardActions,
  boardReach,
  citySubject,
  departmentSubject,
  may,
  type Viewer,
} from './index.ts';

const cities = fc.constantFrom('xinghe', 'yuncheng');
const departments = fc.constantFrom('fire', 'police', 'gas', '');
const boards = fc.constantFrom(...(Object.keys(boardActions) as Board[]));
const roles = fc.constantFrom<Role>(
  'dispatcher',
  'liaison',
  'commander',
  'auditor',
  'administrator',
);

const viewers: fc.Arbitrary<Viewer> = fc.record(
  {
    account: fc.constant('somebody'),
    name: fc.constant('Somebody'),
    roles: fc.uniqueArray(roles, { maxLength: 3 }),
    cities: fc.uniqueArray(fc.constantFrom('xinghe', 'yuncheng', '*'), { maxLength: 2 }),
    department: departments,
  },
  { requiredKeys: ['account', 'name', 'roles', 'cities'] },
);
const rows = fc.record({ board: boards, city: cities, department: departments });

/** Whether a query would give the row to the viewer: by the rule of its board's query. */
function queried(
  viewer: Viewer,
  { board, city, department }: { board: Board; city: string; department: string },
) {
  const owned = board === 'task' || board === 'unit' || board === 'action';
  const subject = owned ? departmentSubject(city, department) : citySubject(city);
  return may(viewer, boardActions[board], subject);
}

const pushed = (
  viewer: Viewer,
  { board, city, department }: { board: Board; city: string; department: string },
) => {
  const reach = boardReach(viewer, board, city);
  return reach !== undefined && (reach.department === undefined || reach.department === department);
};

describe('the reach of a push', () => {
  it('[F5] [F9] is exactly what the rule gives the viewer in a query', () => {
    fc.assert(
      fc.property(viewers, rows, (viewer, row) => {
        expect(pushed(viewer, row)).toBe(queried(viewer, row));
      }),
      { numRuns: 2_000 },
    );
  });

  it('[F9] is the same for two viewers only if the rule can’t tell them apart', () => {
    fc.assert(
      fc.property(viewers, viewers, rows, (one, other, row) => {
        const same =
          JSON.stringify(boardReach(one, row.board, row.city)) ===
          JSON.stringify(boardReach(other, row.board, row.city));
        if (same) expect(queried(one, row)).toBe(queried(other, row));
      }),
      { numRuns: 2_000 },
    );
  });
});
