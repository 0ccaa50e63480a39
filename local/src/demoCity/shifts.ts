import type { Localized, Shift } from '@tocsin/domain';
import { departmentDesks } from './demoPeople.ts';

const hours = [
  { id: 'day', name: { zh: '白班', en: 'Day shift' }, start: '08:00', end: '20:00' },
  { id: 'night', name: { zh: '夜班', en: 'Night shift' }, start: '20:00', end: '08:00' },
] as const satisfies readonly { id: string; name: Localized; start: string; end: string }[];

const desks = [
  {
    department: 'command-centre',
    liaisons: ['dispatcher', 'dispatcher2'],
    dutyOfficer: 'commander',
  },
  ...departmentDesks.map(({ department, liaison, dutyOfficer }) => ({
    department,
    liaisons: [liaison],
    dutyOfficer,
  })),
];

/** Two shifts a day at every desk, with the same people: the demo city has no more of them. */
export const shifts: readonly Shift[] = desks.flatMap((desk) =>
  hours.map(({ id, ...shift }) => ({
    id: `${desk.department}-${id}`,
    ...shift,
    ...desk,
    days: [],
  })),
);
