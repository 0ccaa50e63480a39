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

/**
 * A grid cell is a neighbourhood as far as it lies in one battalion, so that each call counts for
 * the battalion that its row names; what the source puts in no neighbourhood has a cell as well.
 */
export const cellIdOf = ({ neighbourhood = '', battalion }: CallGround): string =>
  idOf(`${neighbourhood} ${battalion}`);

function cellOf(call: CallGround): Cell {
  const { neighbourhood, battalion } = call;
  const { id: district, name } = districtOf(battalion);
  const zh = neighbourhoodsInChinese[neighbourhood ?? ''] ?? neighbourhood ?? '其他地段';
  const en = neighbourhood ?? 'Elsewhere';
  return {
    id: cellIdOf(call),
    name: { en: `${en}, ${name.en}`, zh: `${name.zh}${zh}` },
    district,
  };
}

const distinct = (values: readonly string[]): string[] => [...new Set(values)].sort();

/**
 * The profile of San Francisco as far as the calls show it: battalions as districts, neighbourhoods
 * by battalion as cells without geometry. What the log knows of the city already stays as it is, so
 * a second file extends the city.
 */
export function sfFireCity(calls: readonly CallGround[], known?: City): CityProfile {
  const districts = distinct(calls.map((call) => call.battalion)).map(districtOf);
  const cells = [...new Map(calls.map((call) => [cellIdOf(call), cellOf(call)])).values()];
  cells.sort((a, b) => (a.id < b.id ? -1 : 1));
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
