import type { Cell, Localized, UnitFacts } from '@tocsin/domain';
import { cityProfile, demoCity, demoSeed } from './cityProfile.ts';
import { random } from './random.ts';

interface Fleet {
  readonly department: string;
  readonly kind: string;
  /** Call signs are this letter and a running number. */
  readonly letter: string;
  /** How many of them stand at each station, in the order of `stations`. */
  readonly counts: readonly number[];
  readonly capabilities: readonly string[];
  readonly name: Localized;
  readonly station: Localized;
}

/** Stations of a department stand in the districts in turn. */
const fleets: readonly Fleet[] = [
  {
    department: 'police',
    kind: 'policeCar',
    letter: 'P',
    counts: [3, 2, 3, 2, 2, 2],
    capabilities: ['patrol', 'cordon'],
    name: { zh: '警车', en: 'Patrol car' },
    station: { zh: '公安分局', en: 'Police Station' },
  },
  {
    department: 'traffic-police',
    kind: 'trafficCar',
    letter: 'T',
    counts: [2, 0, 2, 0, 1, 1],
    capabilities: ['trafficControl'],
    name: { zh: '交警车', en: 'Traffic car' },
    station: { zh: '交警大队', en: 'Traffic Police' },
  },
  {
    department: 'fire',
    kind: 'fireEngine',
    letter: 'E',
    counts: [2, 2, 2, 2, 2, 2],
    capabilities: ['pump', 'rescue'],
    name: { zh: '水罐消防车', en: 'Engine' },
    station: { zh: '消防救援站', en: 'Fire Station' },
  },
  {
    department: 'fire',
    kind: 'ladder',
    letter: 'L',
    counts: [1, 0, 1, 0, 1, 1],
    capabilities: ['aerial', 'rescue'],
    name: { zh: '云梯消防车', en: 'Ladder' },
    station: { zh: '消防救援站', en: 'Fire Station' },
  },
  {
    department: 'fire',
    kind: 'hazmatTruck',
    letter: 'H',
    counts: [1, 0, 0, 0, 0, 1],
    capabilities: ['hazmat', 'gasDetection'],
    name: { zh: '防化消防车', en: 'Hazmat truck' },
    station: { zh: '消防救援站', en: 'Fire Station' },
  },
  {
    department: 'health',
    kind: 'ambulance',
    letter: 'A',
    counts: [2, 1, 2, 2, 1, 2],
    capabilities: ['medical', 'transport'],
    name: { zh: '救护车', en: 'Ambulance' },
    station: { zh: '急救站', en: 'Ambulance Station' },
  },
  {
    department: 'gas',
    kind: 'gasCrew',
    letter: 'G',
    counts: [1, 0, 1, 1, 0, 1],
    capabilities: ['gasDetection', 'gasShutOff'],
    name: { zh: '燃气抢修车', en: 'Gas crew' },
    station: { zh: '燃气抢修站', en: 'Gas Depot' },
  },
  {
    department: 'power',
    kind: 'powerCrew',
    letter: 'V',
    counts: [1, 1, 1, 0, 0, 1],
    capabilities: ['powerShutOff', 'powerRepair'],
    name: { zh: '电力抢修车', en: 'Power crew' },
    station: { zh: '供电抢修站', en: 'Power Depot' },
  },
  {
    department: 'water-supply',
    kind: 'waterCrew',
    letter: 'W',
    counts: [1, 0, 1, 0, 1, 0],
    capabilities: ['waterShutOff', 'waterRepair'],
    name: { zh: '供水抢修车', en: 'Water crew' },
    station: { zh: '供水抢修站', en: 'Water Depot' },
  },
  {
    department: 'drainage',
    kind: 'drainageCrew',
    letter: 'D',
    counts: [1, 0, 1, 0, 0, 1],
    capabilities: ['drainagePump'],
    name: { zh: '排涝泵车', en: 'Pump truck' },
    station: { zh: '排水抢险站', en: 'Drainage Depot' },
  },
];

/** The demo city's crews at their stations. The same seed gives the same crews. */
export function demoUnits(seed: number = demoSeed): readonly UnitFacts[] {
  const { cells, districts } = cityProfile(seed);
  const draw = random(seed + 1);
  const homes = new Map<string, { readonly lon: number; readonly lat: number }>();
  const home = (key: string, district: string): { lon: number; lat: number } => {
    const known = homes.get(key);
    if (known) return known;
    const own = cells.filter((one) => one.district === district);
    const found = somewhereIn(own[Math.floor(draw() * own.length)], draw);
    homes.set(key, found);
    return found;
  };
  return fleets.flatMap((fleet) =>
    districts
      .flatMap((district, index) => Array<typeof district>(fleet.counts[index] ?? 0).fill(district))
      .map((district, index) => {
        const at = home(`${fleet.department} ${district.id}`, district.id);
        return crew(fleet, index + 1, district.name, at);
      }),
  );
}

function crew(
  fleet: Fleet,
  number: number,
  district: Localized,
  at: { readonly lon: number; readonly lat: number },
): UnitFacts {
  const callSign = `${fleet.letter}${String(number).padStart(2, '0')}`;
  return {
    unit: `${demoCity}.${callSign}`,
    city: demoCity,
    callSign,
    department: fleet.department,
    kind: fleet.kind,
    name: { zh: `${number} 号${fleet.name.zh}`, en: `${fleet.name.en} ${number}` },
    capabilities: fleet.capabilities,
    station: `${district.zh}${fleet.station.zh} ${district.en} ${fleet.station.en}`,
    ...at,
  };
}

function somewhereIn(cell: Cell | undefined, draw: () => number): { lon: number; lat: number } {
  if (!cell?.bounds) throw new Error('a district without a cell');
  const { west, south, east, north } = cell.bounds;
  const between = (low: number, high: number): number =>
    Math.round((low + (high - low) * (0.2 + draw() * 0.6)) * 1e6) / 1e6;
  return { lon: between(west, east), lat: between(south, north) };
}
