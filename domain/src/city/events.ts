import type { Bounds } from '../place.ts';
import type { Localized } from '../text.ts';

// Stored shape: add, never change.

export type IncidentClass =
  | 'naturalDisaster'
  | 'accidentDisaster'
  | 'publicHealth'
  | 'socialSecurity';
/** I extraordinary, II major, III larger, IV ordinary. */
export type Grade = 1 | 2 | 3 | 4;
/** 1 is the most urgent. */
export type Priority = 1 | 2 | 3 | 4;
export type EscalationAddressee = 'liaison' | 'dutyOfficer' | 'commandCentre';

export interface Department {
  readonly id: string;
  readonly name: Localized;
  /** The command centre itself gives tasks and takes none. */
  readonly takesTasks: boolean;
}
export interface District {
  readonly id: string;
  readonly name: Localized;
}
export interface Cell {
  readonly id: string;
  readonly name: Localized;
  readonly district: string;
  /** Absent where the source has no geometry: then a place names its cell itself. */
  readonly bounds?: Bounds;
}
export interface Street {
  readonly id: string;
  readonly name: Localized;
  /** The street's line as [longitude, latitude] pairs, WGS-84. */
  readonly path: readonly (readonly [number, number])[];
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
  | { readonly type: 'DepartmentDefined'; readonly data: Department }
  | { readonly type: 'DistrictDefined'; readonly data: District }
  | { readonly type: 'CellDefined'; readonly data: Cell }
  | { readonly type: 'StreetDefined'; readonly data: Street }
  | { readonly type: 'IncidentTypeDefined'; readonly data: IncidentType }
  | { readonly type: 'DeadlinesDefined'; readonly data: Deadlines };
