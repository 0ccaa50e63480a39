import type { Grade, IncidentClass, Priority } from '../city/events.ts';
import type { DispatchGrounds, ReleaseCause, Stage } from '../unit/events.ts';
import type { IntakeEvent } from './intake/events.ts';
import type { JudgementEvent } from './judgement/events.ts';
import type { MergeEvent } from './merge/events.ts';
import type { PlanEvent } from './plans/events.ts';
import type { TaskEvent } from './task/events.ts';

export type {
  Channel,
  FirstReport,
  IntakeEvent,
  Person as ReportingPerson,
  Protected,
  Reporter,
  ReportFacts,
} from './intake/events.ts';
export type { JudgementEvent, Responsibility } from './judgement/events.ts';
export type { MergeEvent } from './merge/events.ts';
export type * from './task/events.ts';

import type { AfterEvent } from './after/events.ts';
import type { CommandEvent } from './command/events.ts';
import type { MutualAidEvent } from './mutualAid/events.ts';
import type { PersonalDataErased } from './privacy/events.ts';
import type { RetentionEvent } from './retention/events.ts';
import type { SupplyEvent } from './supplies/events.ts';

// Stored shape: add, never change. A changed shape gets a new schema number and an upcaster.

export type CancelReason = 'false' | 'duplicate' | 'test';

/** Carried over from the units' own streams. */
export type CommitmentEvent =
  | {
      readonly type: 'UnitCommitted';
      readonly data: DispatchGrounds & {
        readonly assignment: string;
        readonly unit: string;
        readonly callSign: string;
        readonly department: string;
        readonly task?: string;
        /** The unit request under which it goes. */
        readonly request?: string;
        readonly stacked: boolean;
        /** How the incident had ended before the record learned of the dispatch. */
        readonly late?: ReleaseCause;
      };
    }
  | {
      readonly type: 'UnitStageRecorded';
      readonly data: {
        readonly assignment: string;
        readonly unit: string;
        readonly stage: Stage;
        readonly note?: string;
      };
    }
  | {
      readonly type: 'UnitWithdrawn';
      readonly data: {
        readonly assignment: string;
        readonly unit: string;
        readonly reason: string;
        /** The incident's end called it back; nobody withdrew it. */
        readonly cause?: ReleaseCause;
      };
    }
  /** The answer to an accountability check [PAR], or that there was none in time. */
  | {
      readonly type: 'UnitParRecorded';
      readonly data: {
        readonly assignment: string;
        readonly unit: string;
        readonly check: number;
        readonly result: ParResult;
        readonly persons?: number;
        readonly note?: string;
      };
    };

export type ParResult = 'confirmed' | 'overdue';

/** A unit that is called back because its incident ended. */
export interface ReleasedUnit {
  readonly unit: string;
  readonly assignment: string;
}

export type IncidentEvent =
  | IntakeEvent
  | JudgementEvent
  | MergeEvent
  | {
      readonly type: 'IncidentConfirmed';
      readonly data: {
        readonly type: string;
        readonly class: IncidentClass;
        readonly grade: Grade;
        readonly priority: Priority;
      };
    }
  | TaskEvent
  | CommitmentEvent
  | PlanEvent
  | CommandEvent
  | AfterEvent
  | SupplyEvent
  | MutualAidEvent
  | RetentionEvent
  | PersonalDataErased
  | { readonly type: 'NoteAdded'; readonly data: { readonly note: string; readonly text: string } }
  | { readonly type: 'IncidentContained'; readonly data: Record<never, never> }
  | {
      readonly type: 'IncidentResolved';
      readonly data: {
        readonly summary: string;
        /** Those who had not arrived by then. */
        readonly release?: readonly ReleasedUnit[];
      };
    }
  | { readonly type: 'IncidentClosed'; readonly data: { readonly note: string } }
  | { readonly type: 'IncidentReopened'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'IncidentCancelled';
      readonly data: {
        readonly reason: CancelReason;
        readonly note: string;
        readonly release?: readonly ReleasedUnit[];
      };
    };
