import type { EscalationAddressee, Grade, IncidentClass, Priority } from '../city/events.ts';
import type { Place } from '../place.ts';
import type { Stage } from '../unit/events.ts';
import type { PlanEvent } from './plans/events.ts';
import type { TaskPart } from './taskPart.ts';

export type { TaskPart } from './taskPart.ts';

import type { AfterEvent } from './after/events.ts';
import type { CommandEvent } from './command/events.ts';
import type { SupplyEvent } from './supplies/events.ts';

// Stored shape: add, never change. A changed shape gets a new schema number and an upcaster.

export type Channel =
  | 'phone'
  | 'hotline'
  | 'citizen'
  | 'inspector'
  | 'camera'
  | 'sensor'
  | 'agency';
export type CancelReason = 'false' | 'duplicate' | 'test';

export interface Reporter {
  readonly name?: string;
  readonly phone?: string;
}

/** Where a task comes from, if not from a dispatcher's own head. */
export type TaskOrigin =
  | { readonly plan: string; readonly version: number; readonly planTask: string }
  | { readonly decision: string };

interface OnTask {
  readonly task: string;
}

export type TaskEvent =
  | {
      readonly type: 'TaskAssigned';
      readonly data: OnTask & {
        readonly department: string;
        readonly part: TaskPart;
        readonly instruction: string;
        /** ISO 8601, counted from when the assignment was recorded: nobody can answer sooner. */
        readonly acknowledgeBy: string;
        readonly finishBy: string;
        readonly origin?: TaskOrigin;
      };
    }
  | { readonly type: 'TaskDelivered'; readonly data: OnTask }
  | { readonly type: 'TaskSeen'; readonly data: OnTask }
  | { readonly type: 'TaskAccepted'; readonly data: OnTask }
  | { readonly type: 'TaskObjected'; readonly data: OnTask & { readonly reason: string } }
  | { readonly type: 'ObjectionUpheld'; readonly data: OnTask & { readonly note: string } }
  | {
      readonly type: 'ObjectionRejected';
      readonly data: OnTask & { readonly reason: string; readonly acknowledgeBy: string };
    }
  | { readonly type: 'TaskStarted'; readonly data: OnTask }
  | { readonly type: 'TaskProgressed'; readonly data: OnTask & { readonly note: string } }
  | { readonly type: 'TaskFinished'; readonly data: OnTask & { readonly note: string } }
  | { readonly type: 'TaskReturned'; readonly data: OnTask & { readonly reason: string } }
  | { readonly type: 'TaskVerified'; readonly data: OnTask }
  | { readonly type: 'TaskCancelled'; readonly data: OnTask & { readonly reason: string } }
  | {
      readonly type: 'TaskEscalated';
      readonly data: OnTask & {
        /** 1, 2, 3 … as the city's profile lists them. */
        readonly step: number;
        readonly to: EscalationAddressee;
        /** The acknowledge-by deadline that passed. */
        readonly deadline: string;
        /** When the next step is due, seconds after the deadline; absent on the last. */
        readonly nextAfter?: number;
      };
    };

/** Carried over from the units' own streams. */
export type CommitmentEvent =
  | {
      readonly type: 'UnitCommitted';
      readonly data: {
        readonly assignment: string;
        readonly unit: string;
        readonly callSign: string;
        readonly department: string;
        readonly task?: string;
        /** The unit request under which it goes. */
        readonly request?: string;
        readonly stacked: boolean;
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
      };
    };

export type IncidentEvent =
  | {
      readonly type: 'IncidentReported';
      readonly data: {
        readonly incident: string;
        readonly city: string;
        readonly report: string;
        readonly channel: Channel;
        readonly what: string;
        readonly place: Place;
        readonly reporter: Reporter;
        /** The number that another system knows it by. */
        readonly reference?: string;
        readonly exercise: boolean;
      };
    }
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
  | { readonly type: 'NoteAdded'; readonly data: { readonly note: string; readonly text: string } }
  | { readonly type: 'IncidentContained'; readonly data: Record<never, never> }
  | { readonly type: 'IncidentResolved'; readonly data: { readonly summary: string } }
  | { readonly type: 'IncidentClosed'; readonly data: { readonly note: string } }
  | { readonly type: 'IncidentReopened'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'IncidentCancelled';
      readonly data: { readonly reason: CancelReason; readonly note: string };
    };
