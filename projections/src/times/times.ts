/** Times are ISO 8601, as they occurred. What is left out is not known from this event. */
interface OfIncident {
  readonly city: string;
  /** The incident's number in its city. */
  readonly incident: number;
  readonly exercise: boolean;
  /** The log position of the event. */
  readonly position: string;
}

/** A report by telephone or hotline; key: the report. */
export interface CallTimes extends OfIncident {
  readonly of: 'call';
  readonly report: string;
  readonly at: string;
  readonly received?: string | undefined;
  readonly answered?: string | undefined;
}

export type Outcome = 'open' | 'ended' | 'cancelled' | 'merged';

/** Key: city and incident. */
export interface IncidentTimes extends OfIncident {
  readonly of: 'incident';
  readonly at: string;
  readonly outcome: Outcome;
  readonly type?: string | undefined;
  readonly district?: string | undefined;
  readonly cell?: string | undefined;
  readonly received?: string | undefined;
  readonly answered?: string | undefined;
  /** The earliest dispatch of a unit or assignment of a task, and arrival of a unit, that is known. */
  readonly dispatched?: string | undefined;
  readonly onScene?: string | undefined;
}

export const unitStages = [
  'dispatched',
  'enRoute',
  'onScene',
  'transporting',
  'cleared',
  'withdrawn',
] as const;
export type UnitStage = (typeof unitStages)[number];

/** A unit's assignment; key: the assignment. */
export interface UnitTimes extends OfIncident {
  readonly of: 'unit';
  readonly assignment: string;
  /** When it was committed; with a later stage that stage's time, which an earlier row overrides. */
  readonly at: string;
  readonly department?: string | undefined;
  readonly station?: string | undefined;
  /** When each stage was first recorded to have been reached. */
  readonly stages: Readonly<Partial<Record<UnitStage, string>>>;
}

/** One department's part in a task; key: the task and how many departments had it before. */
export interface TaskTimes extends OfIncident {
  readonly of: 'task';
  readonly key: string;
  readonly department: string;
  readonly at: string;
  readonly outcome: Exclude<Outcome, 'merged'>;
  readonly due: string;
  readonly answered?: string | undefined;
  readonly done?: string | undefined;
}

/** What an event says of the times from which intervals are measured. */
export type Times = CallTimes | IncidentTimes | UnitTimes | TaskTimes;
