import type { Localized } from '../text.ts';

// Stored shape: add, never change.

/** In order; transporting and atDestination may be left out. */
export type Stage =
  | 'dispatched'
  | 'enRoute'
  | 'onScene'
  | 'transporting'
  | 'atDestination'
  | 'cleared';

/** A stage, or what an assignment can be instead of one. */
export type CommitmentStage = Stage | 'stacked' | 'cancelled';

export interface UnitFacts {
  /** `<city>.<call sign>` */
  readonly unit: string;
  readonly city: string;
  readonly callSign: string;
  readonly department: string;
  readonly kind: string;
  readonly name: Localized;
  readonly capabilities: readonly string[];
  readonly station: string;
  /** Home position, degrees WGS-84, where known. */
  readonly lon?: number;
  readonly lat?: number;
}
export interface AssignmentFacts {
  readonly assignment: string;
  readonly incident: string;
  /** The task under which the unit goes, where there is one. */
  readonly task?: string;
  /** The incident's unit request under which it goes, where there is one. */
  readonly request?: string;
}

/** A dispatch says who goes, so that the incident's record needs no look at the unit. */
export interface DispatchFacts extends AssignmentFacts {
  readonly callSign: string;
  readonly department: string;
  /** The incident is an exercise, and so is everything done under this assignment. */
  readonly exercise?: true;
}

export type UnitEvent =
  | { readonly type: 'UnitRegistered'; readonly data: UnitFacts }
  /** The city's profile says something else of it now. */
  | { readonly type: 'UnitAmended'; readonly data: UnitFacts }
  /** The city has it no more; it can be registered again. */
  | { readonly type: 'UnitRetired'; readonly data: { readonly reason: string } }
  | { readonly type: 'UnitOnDuty'; readonly data: Record<never, never> }
  | { readonly type: 'UnitOffDuty'; readonly data: { readonly reason: string } }
  | { readonly type: 'UnitDispatched'; readonly data: DispatchFacts }
  /** Promised to an incident while still committed to another. */
  | { readonly type: 'AssignmentStacked'; readonly data: DispatchFacts }
  | {
      readonly type: 'AssignmentActivated';
      readonly data: { readonly assignment: string; readonly incident: string };
    }
  | {
      readonly type: 'AssignmentStageReached';
      readonly data: {
        readonly assignment: string;
        readonly incident: string;
        readonly stage: Exclude<Stage, 'dispatched'>;
        /** Said where the stage was inferred rather than reported. */
        readonly note?: string;
      };
    }
  | {
      readonly type: 'AssignmentCancelled';
      readonly data: {
        readonly assignment: string;
        readonly incident: string;
        readonly reason: string;
      };
    };

export type UnitCommand =
  | { readonly type: 'RegisterUnit'; readonly data: UnitFacts }
  | { readonly type: 'AmendUnit'; readonly data: UnitFacts }
  | { readonly type: 'RetireUnit'; readonly data: { readonly reason: string } }
  | { readonly type: 'GoOnDuty'; readonly data: Record<never, never> }
  | { readonly type: 'GoOffDuty'; readonly data: { readonly reason: string } }
  | { readonly type: 'DispatchUnit'; readonly data: AssignmentFacts & { readonly stack?: boolean } }
  | { readonly type: 'ActivateAssignment'; readonly data: { readonly assignment: string } }
  | {
      readonly type: 'RecordStage';
      readonly data: {
        readonly assignment: string;
        readonly stage: Exclude<Stage, 'dispatched'>;
        readonly note?: string;
      };
    }
  | {
      readonly type: 'CancelAssignment';
      readonly data: { readonly assignment: string; readonly reason: string };
    };

export interface Assignment extends AssignmentFacts {
  readonly exercise?: true;
  readonly stage: CommitmentStage;
  /** When each stage was reached (occurred, ISO 8601). */
  readonly reached: Readonly<Partial<Record<CommitmentStage, string>>>;
}

export interface Unit {
  /** Absent before it is registered and after it is retired. */
  readonly facts?: UnitFacts;
  readonly onDuty: boolean;
  /** The one incident it is committed to now. */
  readonly active?: Assignment;
  /** Promised next, oldest first. */
  readonly stacked: readonly Assignment[];
  /** Ids of assignments that ended, so that late or repeated messages are told apart from unknown ones. */
  readonly ended: ReadonlySet<string>;
}
