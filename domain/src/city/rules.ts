import type { Localized } from '../text.ts';

// Stored shape: add, never change.

/** Named parts of the city, or a polygon; what lies in any of them is inside. */
export interface Area {
  readonly districts?: readonly string[];
  readonly subdistricts?: readonly string[];
  readonly cells?: readonly string[];
  /** Rings of [longitude, latitude] pairs, WGS-84; the first is the outline, the others are holes. */
  readonly polygon?: readonly (readonly (readonly [number, number])[])[];
}

/** Between district and grid cell [街道]. */
export interface Subdistrict {
  readonly id: string;
  readonly name: Localized;
  readonly district: string;
}

/** A neighbour that lends units and asks for them. */
export interface Jurisdiction {
  readonly id: string;
  readonly name: Localized;
  readonly phone?: string;
}

/** Whose affair a type of incident is in an area; the first rule that fits decides. */
export interface ResponsibilityRule {
  readonly id: string;
  /** Empty: all types. */
  readonly types: readonly string[];
  /** Left out: the whole city. */
  readonly area?: Area;
  readonly department: string;
  readonly reason: Localized;
}

/** The spans of time that a target can be about. */
export type TimeSpan =
  | 'answer'
  | 'process'
  | 'acknowledge'
  | 'turnout'
  | 'travel'
  | 'response'
  | 'scene'
  /** From the call to the first unit on scene. */
  | 'total'
  | 'finish'
  /** From an event to every screen that shows it. */
  | 'display';

/** Within so many seconds in so many percent of the cases, and who says so. */
export interface TimeTarget {
  readonly id: string;
  readonly span: TimeSpan;
  readonly seconds: number;
  readonly percent: number;
  /** Left out: all departments. */
  readonly department?: string;
  readonly source: string;
}

/** A part of the day in the city's time zone, and who is on duty in it. Ends before it starts: over midnight. */
export interface Shift {
  readonly id: string;
  readonly name: Localized;
  readonly department: string;
  /** HH:MM */
  readonly start: string;
  readonly end: string;
  /** 1 Monday to 7 Sunday; empty: every day. */
  readonly days: readonly number[];
  /** Accounts. */
  readonly liaisons: readonly string[];
  readonly dutyOfficer?: string;
}

/** Routine, alert, emergency [平战结合]. */
export type Posture = 'routine' | 'alert' | 'emergency';

/** How long a kind of record is kept at hand before it may be archived; of those that fit, the longest. */
export interface RetentionRule {
  readonly id: string;
  /** Incident types; left out or empty: all. */
  readonly types?: readonly string[];
  /** Left out: exercises and others alike. */
  readonly exercise?: boolean;
  /** After its end. */
  readonly years: number;
  /** The law or the decision that says so. */
  readonly source?: string;
}

export interface CityRules {
  /** What the deadlines are multiplied by. */
  readonly postures: Readonly<Record<Posture, { readonly deadlineFactor: number }>>;
  /** When a report may be of an incident already known. */
  readonly sameIncident: {
    readonly radiusMetres: number;
    readonly withinMinutes: number;
    /** 0 to 1; below it nothing is offered. */
    readonly leastScore: number;
  };
  /** How travel is estimated: as the crow flies, lengthened, at a speed. */
  readonly travel: {
    readonly detourFactor: number;
    readonly speedKmh: Readonly<Record<string, number>>;
    readonly usualSpeedKmh: number;
    /** A position older than this counts as unknown; the unit's station is taken. */
    readonly positionGoodForSeconds: number;
  };
  /** Accountability checks: a unit on scene is asked for this often; overdue after the grace. */
  readonly par: { readonly everySeconds: number; readonly graceSeconds: number };
  /** Corrective actions: seconds after the due date at which each step is taken. */
  readonly overdueActions: readonly {
    readonly to: 'owner' | 'dutyOfficer' | 'commandCentre';
    readonly after: number;
  }[];
  /** How long before its expiry a lot is announced, in days. */
  readonly expiryWarningDays: number;
  /** Left out: every record ten years after its end; empty: none, ever. */
  readonly retention?: readonly RetentionRule[];
}

export const usualRules: CityRules = {
  postures: {
    routine: { deadlineFactor: 1 },
    alert: { deadlineFactor: 0.75 },
    emergency: { deadlineFactor: 0.5 },
  },
  sameIncident: { radiusMetres: 500, withinMinutes: 120, leastScore: 0.4 },
  travel: {
    detourFactor: 1.4,
    speedKmh: {},
    usualSpeedKmh: 40,
    positionGoodForSeconds: 120,
  },
  par: { everySeconds: 900, graceSeconds: 120 },
  overdueActions: [
    { to: 'owner', after: 0 },
    { to: 'dutyOfficer', after: 86_400 },
    { to: 'commandCentre', after: 259_200 },
  ],
  expiryWarningDays: 30,
};
