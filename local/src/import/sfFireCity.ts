import {
  type Cell,
  type City,
  type CityProfile,
  type District,
  noDefinitions,
  usualRules,
} from '@tocsin/domain';
import { idOf } from './ids.ts';
import {
  neighbourhoodsInChinese,
  sfBounds,
  sfCapabilities,
  sfCity,
  sfDeadlines,
  sfDepartments,
  sfTimeZone,
} from './sfFireGround.ts';
import { incidentTypeOf, responsibilityOf, runCardOf } from './sfFireTypes.ts';

/** What of a call the city's profile is made from. */
export interface CallGround {
  readonly callType: string;
  readonly battalion: string;
  readonly neighbourhood?: string;
}

function districtOf(battalion: string): District {
  const number = Number(battalion.replace(/^B/i, ''));
  const id = idOf(battalion);
  if (!Number.isInteger(number)) return { id, name: { en: battalion, zh: battalion } };
  return { id, name: { en: `Battalion ${number}`, zh: `第${number}消防大队` } };
}

/** The battalion that most of the neighbourhood's calls have; of equals the first by name. */
function homeBattalions(calls: readonly CallGround[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const { neighbourhood, battalion } of calls) {
    if (neighbourhood === undefined) continue;
    const of = counts.get(neighbourhood) ?? new Map<string, number>();
    counts.set(neighbourhood, of.set(battalion, (of.get(battalion) ?? 0) + 1));
  }
  const homes = new Map<string, string>();
  for (const [neighbourhood, of] of [...counts].sort(byKey)) {
    const [most] = [...of].sort((a, b) => b[1] - a[1] || byKey(a, b));
    if (most) homes.set(neighbourhood, most[0]);
  }
  return homes;
}

const byKey = (a: readonly [string, unknown], b: readonly [string, unknown]): number =>
  a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0;

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();

/**
 * The profile of San Francisco as far as the calls show it: battalions as districts, neighbourhoods
 * as cells without geometry. What the log knows of the city already stays as it is, so a second
 * file extends the city and never moves a cell to another district.
 */
export function sfFireCity(calls: readonly CallGround[], known?: City): CityProfile {
  const districts = distinct(calls.map((call) => call.battalion)).map(districtOf);
  const cells: Cell[] = [...homeBattalions(calls)].map(([name, battalion]) => ({
    id: idOf(name),
    name: { en: name, zh: neighbourhoodsInChinese[name] ?? name },
    district: idOf(battalion),
  }));
  const callTypes = distinct(calls.map((call) => call.callType));
  const keep = <V extends { readonly id: string }>(
    values: readonly V[],
    of: ReadonlyMap<string, V> = new Map(),
  ) => [...of.values(), ...values.filter(({ id }) => !of.has(id))];
  return {
    ...noDefinitions,
    id: sfCity,
    name: known?.name ?? { en: 'San Francisco', zh: '旧金山' },
    bounds: known?.bounds ?? sfBounds,
    timeZone: known?.timeZone ?? sfTimeZone,
    demo: known?.demo ?? false,
    departments: keep(sfDepartments, known?.departments),
    districts: keep(districts, known?.districts),
    cells: keep(cells, known?.cells),
    streets: [],
    types: keep(callTypes.map(incidentTypeOf), known?.types),
    capabilities: keep(sfCapabilities, known?.capabilities),
    responsibilities: keep(callTypes.map(responsibilityOf), known?.responsibilities),
    plans: keep(callTypes.map(runCardOf), known?.plans),
    deadlines: known?.deadlines ?? sfDeadlines,
    rules: known?.rules ?? usualRules,
  };
}
