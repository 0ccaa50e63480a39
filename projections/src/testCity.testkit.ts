import { type City, noCity } from '@tocsin/domain';

const named = (id: string) => ({ id, name: { zh: id, en: id } });
const departments = ['fire', 'police', 'gas'];

/** A city just large enough for the incident's decider. */
export const testCity: City = {
  ...noCity,
  ...named('xinghe'),
  bounds: { west: 0, south: 0, east: 1, north: 1 },
  timeZone: 'Asia/Shanghai',
  demo: true,
  departments: new Map(departments.map((id) => [id, { ...named(id), takesTasks: true }])),
  districts: new Map([['east', named('east')]]),
  cells: new Map([
    ['e1', { ...named('e1'), district: 'east', bounds: { west: 0, south: 0, east: 1, north: 1 } }],
  ]),
  streets: new Map(),
  types: new Map([
    [
      'gas-leak',
      { ...named('gas-leak'), class: 'accidentDisaster', grade: 3, priority: 1, departments },
    ],
  ]),
  deadlines: {
    acknowledge: { 1: 60, 2: 120, 3: 300, 4: 600 },
    finish: { 1: 1800, 2: 3600, 3: 7200, 4: 14400 },
    escalation: [
      { to: 'liaison', after: 0 },
      { to: 'dutyOfficer', after: 60 },
    ],
  },
};
