import type { EscalationAddressee } from '../../city/events.ts';
import type { Posture } from '../../city/rules.ts';
import type { TaskPart } from '../taskPart.ts';

// Stored shape: add, never change. A changed shape gets a new schema number and an upcaster.

export type { TaskPart } from '../taskPart.ts';

/** What a task came of: a version of a response plan, or a decision of a joint consultation. */
export type TaskOrigin =
  | { readonly plan: string; readonly version: number; readonly planTask: string }
  | { readonly decision: string };

interface OnTask {
  readonly task: string;
}

/** The two deadlines, ISO 8601, counted from when it was recorded: nobody can answer sooner. */
export interface TaskDeadlines {
  readonly acknowledgeBy: string;
  readonly finishBy: string;
  /** The city's posture, where it was not routine and so changed the deadlines. */
  readonly posture?: Posture;
  /** Seconds after the acknowledge-by deadline at which the first escalation is due; absent: at it. */
  readonly escalateAfter?: number;
}

export type TaskEvent =
  | {
      readonly type: 'TaskAssigned';
      readonly data: OnTask &
        TaskDeadlines & {
          readonly department: string;
          readonly part: TaskPart;
          readonly instruction: string;
          readonly origin?: TaskOrigin;
        };
    }
  | { readonly type: 'TaskDelivered'; readonly data: OnTask }
  | { readonly type: 'TaskSeen'; readonly data: OnTask }
  | { readonly type: 'TaskAccepted'; readonly data: OnTask }
  | { readonly type: 'TaskObjected'; readonly data: OnTask & { readonly reason: string } }
  | {
      readonly type: 'ObjectionUpheld';
      /** `next`: the department that gets it instead, by the `TaskReassigned` that follows. */
      readonly data: OnTask & { readonly note: string; readonly next?: string };
    }
  | {
      readonly type: 'ObjectionRejected';
      readonly data: OnTask & {
        readonly reason: string;
        readonly acknowledgeBy: string;
        readonly escalateAfter?: number;
      };
    }
  | { readonly type: 'TaskStarted'; readonly data: OnTask }
  | { readonly type: 'TaskProgressed'; readonly data: OnTask & { readonly note: string } }
  | { readonly type: 'TaskFinished'; readonly data: OnTask & { readonly note: string } }
  | {
      readonly type: 'TaskReturned';
      /** `finishBy`: the deadline that stands, and may have passed while the task was done. */
      readonly data: OnTask & { readonly reason: string; readonly finishBy?: string };
    }
  | { readonly type: 'TaskVerified'; readonly data: OnTask }
  | { readonly type: 'TaskCancelled'; readonly data: OnTask & { readonly reason: string } }
  | {
      readonly type: 'TaskReassigned';
      readonly data: OnTask &
        TaskDeadlines & {
          readonly from: string;
          readonly department: string;
          readonly reason: string;
        };
    }
  | {
      readonly type: 'TaskDeadlineChanged';
      readonly data: OnTask & {
        /** Present where it changed. */
        readonly acknowledgeBy?: string;
        readonly finishBy: string;
        readonly reason: string;
        readonly escalateAfter?: number;
      };
    }
  /** The command centre presses for it [督办]. */
  | { readonly type: 'TaskUrged'; readonly data: OnTask & { readonly text: string } }
  /** The lead was transferred: one task gives it up, another takes it. */
  | {
      readonly type: 'TaskPartChanged';
      readonly data: OnTask & { readonly part: TaskPart; readonly reason: string };
    }
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
    }
  | {
      readonly type: 'TaskOverdue';
      readonly data: OnTask & {
        /** The finish-by deadline that passed. */
        readonly deadline: string;
        /** Who is told. */
        readonly to: readonly EscalationAddressee[];
      };
    };
