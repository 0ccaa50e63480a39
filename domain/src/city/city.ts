import type { Bounds } from '../place.ts';
import type { Localized } from '../text.ts';
import type { Deadlines, Definitions, DefinitionType, Roster } from './events.ts';
import type { CityRules, Posture } from './rules.ts';

/** Where a city and its profile keep each kind of definition. */
export const places = {
  DepartmentDefined: 'departments',
  DistrictDefined: 'districts',
  SubdistrictDefined: 'subdistricts',
  CellDefined: 'cells',
  StreetDefined: 'streets',
  IncidentTypeDefined: 'types',
  JurisdictionDefined: 'jurisdictions',
  CapabilityDefined: 'capabilities',
  ResponsibilityDefined: 'responsibilities',
  PlanDefined: 'plans',
  TargetDefined: 'targets',
  ItemDefined: 'items',
  DepotDefined: 'depots',
  ShiftDefined: 'shifts',
} as const satisfies Readonly<Record<DefinitionType, string>>;

type Places = typeof places;
export type PlaceOf<T extends DefinitionType> = Places[T];

interface CityFacts {
  readonly id: string;
  readonly name: Localized;
  readonly bounds: Bounds;
  readonly timeZone: string;
  readonly demo: boolean;
  readonly deadlines: Deadlines;
  readonly rules: CityRules;
}

/** A city's profile as it now stands. Maps are keyed by id, in the order of definition. */
export type City = CityFacts & {
  readonly posture: Posture;
  /** Absent where no profile brought in units or people. */
  readonly roster?: Roster;
  /** Why and since when the posture is what it is; absent while it never changed. */
  readonly postureSince?: { readonly at: string; readonly by: string; readonly reason: string };
} & {
  readonly [T in DefinitionType as PlaceOf<T>]: ReadonlyMap<string, Definitions[T]>;
};

/** The whole of a city as its profile states it; adopting it records only what changed. */
export type CityProfile = CityFacts & {
  readonly [T in DefinitionType as PlaceOf<T>]: readonly Definitions[T][];
};

/** The definitions of a profile that has none. */
export const noDefinitions = {
  departments: [],
  districts: [],
  subdistricts: [],
  cells: [],
  streets: [],
  types: [],
  jurisdictions: [],
  capabilities: [],
  responsibilities: [],
  plans: [],
  targets: [],
  items: [],
  depots: [],
  shifts: [],
} as const satisfies Partial<CityProfile>;

export type CityCommand =
  | { readonly type: 'AdoptProfile'; readonly data: CityProfile }
  /** Sent when units and people are as the profile says. */
  | { readonly type: 'RecordRoster'; readonly data: Roster }
  | {
      readonly type: 'ChangePosture';
      readonly data: { readonly posture: Posture; readonly reason: string };
    };
