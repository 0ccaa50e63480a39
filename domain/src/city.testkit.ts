import { type City, type CityProfile, noDefinitions } from './city/city.ts';
import { cityDecider } from './city/decide.ts';
import { usualRules } from './city/rules.ts';
import { isRejection } from './rejection.ts';
import { recorded } from './specification.testkit.ts';

const named = (id: string) => ({ id, name: { zh: `${id} 中文`, en: id } });

/** A city of two grid cells with bounds, one without, and a department for every case. */
export const profile: CityProfile = {
  ...noDefinitions,
  id: 'xinghe',
  name: { zh: '星河市', en: 'Xinghe' },
  bounds: { west: 110, south: 30, east: 112, north: 31 },
  timeZone: 'Asia/Shanghai',
  demo: true,
  departments: [
    { ...named('command-centre'), takesTasks: false },
    { ...named('fire'), takesTasks: true },
    { ...named('police'), takesTasks: true },
    { ...named('gas'), takesTasks: true },
  ],
  districts: [named('west'), named('east')],
  cells: [
    { ...named('w1'), district: 'west', bounds: { west: 110, south: 30, east: 111, north: 31 } },
    { ...named('e1'), district: 'east', bounds: { west: 111, south: 30, east: 111.5, north: 31 } },
    { ...named('unmapped'), district: 'east' },
  ],
  streets: [
    {
      ...named('river-road'),
      path: [
        [110.1, 30.1],
        [110.2, 30.2],
      ],
    },
  ],
  types: [
    {
      ...named('gas-leak'),
      class: 'accidentDisaster',
      grade: 3,
      priority: 2,
      departments: ['gas', 'fire', 'police'],
    },
  ],
  rules: usualRules,
  deadlines: {
    acknowledge: { 1: 60, 2: 120, 3: 300, 4: 600 },
    finish: { 1: 1800, 2: 3600, 3: 7200, 4: 14_400 },
    escalation: [
      { to: 'liaison', after: 0 },
      { to: 'dutyOfficer', after: 60 },
      { to: 'commandCentre', after: 180 },
    ],
  },
};

export function cityOf(wanted: CityProfile): City {
  const events = cityDecider.decide(
    { type: 'AdoptProfile', data: wanted },
    cityDecider.initial,
    {},
  );
  if (isRejection(events)) throw new Error(`no city: ${events.rejected}`);
  return events.reduce(
    (city, event) => cityDecider.evolve(city, recorded(event)),
    cityDecider.initial,
  );
}

export const city = cityOf(profile);
