import type { Cell, Localized, UnitFacts } from '@tocsin/domain';
import { cityProfile } from './cityProfile.ts';
import { type Fleet, fleets } from './fleets.ts';
import { demoCity, demoSeed } from './identity.ts';
import { random } from './random.ts';

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
