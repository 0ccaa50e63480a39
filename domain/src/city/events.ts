import type { Bounds } from '../place.ts';
import type { Localized } from '../text.ts';
import type { EscalationAddressee, Grade, IncidentClass, Priority } from './levels.ts';
import type { ResponsePlan } from './plan.ts';
import type {
  CityRules,
  Jurisdiction,
  Posture,
  ResponsibilityRule,
  Shift,
  Subdistrict,
  TimeTarget,
} from './rules.ts';
import type { Depot, SupplyItem } from './supplies.ts';
import type { Capability } from './units.ts';

// Stored shape: add, never change.

export type { EscalationAddressee, Grade, IncidentClass, Priority } from './levels.ts';

export interface Department {
  readonly id: string;
  readonly name: Localized;
  /** The command centre itself gives tasks and takes none. */
  readonly takesTasks: boolean;
  /** The number that its duty desk answers. */
  readonly phone?: string;
  /** An enterprise (a gas company) is a department like any other. */
  readonly enterprise?: true;
}
export interface District {
  readonly id: string;
  readonly name: Localized;
}
export interface Cell {
  readonly id: string;
  readonly name: Localized;
  readonly district: string;
  readonly subdistrict?: string;
  /** Absent where the source has no geometry: then a place names its cell itself. */
  readonly bounds?: Bounds;
}
export type Main = 'water' | 'gas';

export interface Street {
  readonly id: string;
  readonly name: Localized;
  /** The street's line as [longitude, latitude] pairs, WGS-84. */
  readonly path: readonly (readonly [number, number])[];
  /** Where hydrants stand along it, as [longitude, latitude]. */
  readonly hydrants?: readonly (readonly [number, number])[];
  /** The mains that run under it. */
  readonly mains?: readonly Main[];
}
export interface IncidentType {
  readonly id: string;
  readonly name: Localized;
  readonly class: IncidentClass;
  readonly grade: Grade;
  readonly priority: Priority;
  /** The departments that a dispatcher is offered; the first leads. */
  readonly departments: readonly string[];
}
export interface EscalationStep {
  readonly to: EscalationAddressee;
  /** Seconds after the acknowledge-by deadline; the first step is taken at the deadline itself. */
  readonly after: number;
}
/** Seconds from the assignment, by the incident's priority. */
export interface Deadlines {
  readonly acknowledge: Readonly<Record<Priority, number>>;
  readonly finish: Readonly<Record<Priority, number>>;
  readonly escalation: readonly EscalationStep[];
}

/** The units and the accounts that a profile brought in; sorted. Others are not its affair. */
export interface Roster {
  readonly units: readonly string[];
  readonly accounts: readonly string[];
}

/** What a profile defines, one event a thing. Defining it again changes it. */
export interface Definitions {
  readonly DepartmentDefined: Department;
  readonly DistrictDefined: District;
  readonly SubdistrictDefined: Subdistrict;
  readonly CellDefined: Cell;
  readonly StreetDefined: Street;
  readonly IncidentTypeDefined: IncidentType;
  readonly JurisdictionDefined: Jurisdiction;
  readonly CapabilityDefined: Capability;
  readonly ResponsibilityDefined: ResponsibilityRule;
  readonly PlanDefined: ResponsePlan;
  readonly TargetDefined: TimeTarget;
  readonly ItemDefined: SupplyItem;
  readonly DepotDefined: Depot;
  readonly ShiftDefined: Shift;
}
export type DefinitionType = keyof Definitions;

type Defined = {
  readonly [T in DefinitionType]: { readonly type: T; readonly data: Definitions[T] };
}[DefinitionType];

export type CityEvent =
  | {
      readonly type: 'CityFounded';
      readonly data: {
        readonly city: string;
        readonly name: Localized;
        readonly bounds: Bounds;
        /** IANA name, for example Asia/Shanghai. */
        readonly timeZone: string;
        /** A made-up city whose demo accounts are offered at sign-in. */
        readonly demo: boolean;
      };
    }
  | Defined
  /** The profile no longer has it: nothing new may use it, what used it keeps it. */
  | {
      readonly type: 'DefinitionWithdrawn';
      readonly data: { readonly kind: DefinitionType; readonly id: string };
    }
  | { readonly type: 'DeadlinesDefined'; readonly data: Deadlines }
  | { readonly type: 'RulesDefined'; readonly data: CityRules }
  /** What of the profile lives in streams of its own, so that what leaves the profile is known. */
  | { readonly type: 'RosterRecorded'; readonly data: Roster }
  | {
      readonly type: 'PostureChanged';
      readonly data: { readonly posture: Posture; readonly reason: string };
    };
