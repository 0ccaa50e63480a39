import type { Bounds } from '../place.ts';
import type { Localized } from '../text.ts';
import type { Cell, Deadlines, Department, District, IncidentType, Street } from './events.ts';

/** A city's profile as it now stands. Maps are keyed by id, in the order of definition. */
export interface City {
  readonly id: string;
  readonly name: Localized;
  readonly bounds: Bounds;
  readonly timeZone: string;
  readonly demo: boolean;
  readonly departments: ReadonlyMap<string, Department>;
  readonly districts: ReadonlyMap<string, District>;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly streets: ReadonlyMap<string, Street>;
  readonly types: ReadonlyMap<string, IncidentType>;
  readonly deadlines: Deadlines;
}

/** The whole of a city as its profile states it; adopting it records only what changed. */
export interface CityProfile {
  readonly id: string;
  readonly name: Localized;
  readonly bounds: Bounds;
  readonly timeZone: string;
  readonly demo: boolean;
  readonly departments: readonly Department[];
  readonly districts: readonly District[];
  readonly cells: readonly Cell[];
  readonly streets: readonly Street[];
  readonly types: readonly IncidentType[];
  readonly deadlines: Deadlines;
}

export type CityCommand = { readonly type: 'AdoptProfile'; readonly data: CityProfile };
