import type { UnitFacts } from './facts.ts';
import type { LendingCommand, LendingEvent, Loan } from './lending/events.ts';
import type { ParCommand, ParEvent, ParState } from './par/events.ts';
import type { PositionCommand, PositionEvent, UnitPosition } from './position/events.ts';
import type { Recommendation } from './recommendation.ts';
import type { Reserve, ReserveCommand, ReserveEvent } from './reserve/events.ts';

export type { UnitFacts } from './facts.ts';

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

export interface AssignmentFacts {
  readonly assignment: string;
  readonly incident: string;
  /** The task under which the unit goes, where there is one. */
  readonly task?: string;
  /** The incident's unit request under which it goes, where there is one. */
  readonly request?: string;
}

/** Why this unit was sent. */
export interface DispatchGrounds {
  /** What was recommended, where the dispatcher was shown it. */
  readonly recommendation?: Recommendation;
  /** Why another than the recommended one, or one that is held in reserve. */
  readonly reason?: string;
  /** It is held in reserve and goes nevertheless. */
  readonly fromReserve?: true;
}

/** What ended and thereby called a unit back. */
export type ReleaseCause = 'resolved' | 'cancelled' | 'merged' | 'closed';

/** A dispatch says who goes, so that the incident's record needs no look at the unit. */
export interface DispatchFacts extends AssignmentFacts, DispatchGrounds {
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
        /** On scene: when the first accountability check is due, ISO 8601. */
        readonly parDue?: string;
      };
    }
  | {
      readonly type: 'AssignmentCancelled';
      readonly data: {
        readonly assignment: string;
        readonly incident: string;
        /** Empty where a cause says it. */
        readonly reason: string;
        /** Its incident ended before the unit had arrived. */
        readonly cause?: ReleaseCause;
      };
    }
  | PositionEvent
  | ReserveEvent
  | ParEvent
  | LendingEvent;

export type UnitCommand =
  | { readonly type: 'RegisterUnit'; readonly data: UnitFacts }
  | { readonly type: 'AmendUnit'; readonly data: UnitFacts }
  | { readonly type: 'RetireUnit'; readonly data: { readonly reason: string } }
  | { readonly type: 'GoOnDuty'; readonly data: Record<never, never> }
  | { readonly type: 'GoOffDuty'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'DispatchUnit';
      readonly data: AssignmentFacts &
        Omit<DispatchGrounds, 'fromReserve'> & {
          readonly stack?: boolean;
          /** Send it although it is held in reserve; needs a reason. */
          readonly fromReserve?: boolean;
        };
    }
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
    }
  /** From the release policy: nothing happens if the unit has arrived or the assignment ended. */
  | {
      readonly type: 'ReleaseAssignment';
      readonly data: { readonly assignment: string; readonly cause: ReleaseCause };
    }
  | PositionCommand
  | ReserveCommand
  | ParCommand
  | LendingCommand;

export interface Assignment extends AssignmentFacts {
  readonly exercise?: true;
  readonly stage: CommitmentStage;
  /** When each stage was reached (occurred, ISO 8601). */
  readonly reached: Readonly<Partial<Record<CommitmentStage, string>>>;
  /** Its accountability checks, while on scene. */
  readonly par?: ParState;
}

export interface Unit {
  /** Absent before it is registered and after it is retired. */
  readonly facts?: UnitFacts;
  readonly onDuty: boolean;
  readonly lastPosition?: UnitPosition;
  readonly reserve?: Reserve;
  /** While another jurisdiction lends it. */
  readonly lent?: Loan;
  /** It goes home as soon as nothing holds it. */
  readonly returnDue?: { readonly reason: string };
  /** The one incident it is committed to now. */
  readonly active?: Assignment;
  /** Promised next, oldest first. */
  readonly stacked: readonly Assignment[];
  /** Ids of assignments that ended, so that late or repeated messages are told apart from unknown ones. */
  readonly ended: ReadonlySet<string>;
}
