import type { TaskOrigin, TaskPart } from './events.ts';

/** Seconds from the assignment; what is left out is as the city's profile says. */
export interface Within {
  readonly acknowledgeWithin?: number;
  readonly finishWithin?: number;
}

export interface NewTask extends Within {
  readonly task: string;
  readonly department: string;
  readonly part: TaskPart;
  readonly instruction: string;
  readonly origin?: TaskOrigin;
  /** Give it even if the department has the very same task open. */
  readonly again?: boolean;
}

interface OnTask {
  readonly task: string;
}
interface Reasoned extends OnTask {
  readonly reason: string;
}
interface Noted extends OnTask {
  readonly note: string;
}

/** A command on one task that was given. */
export type OneTaskCommand =
  | { readonly type: 'RecordDelivery'; readonly data: OnTask }
  | { readonly type: 'RecordSeen'; readonly data: OnTask }
  | { readonly type: 'AcceptTask'; readonly data: OnTask }
  | { readonly type: 'ObjectToTask'; readonly data: Reasoned }
  /** `next`: the department that gets the task instead; left out, the task is cancelled. */
  | { readonly type: 'UpholdObjection'; readonly data: Noted & { readonly next?: string } }
  | { readonly type: 'RejectObjection'; readonly data: Reasoned }
  | { readonly type: 'StartTask'; readonly data: OnTask }
  | { readonly type: 'ReportProgress'; readonly data: Noted }
  | { readonly type: 'FinishTask'; readonly data: Noted }
  | { readonly type: 'ReturnTask'; readonly data: Reasoned }
  | { readonly type: 'VerifyTask'; readonly data: OnTask }
  | { readonly type: 'CancelTask'; readonly data: Reasoned }
  | {
      readonly type: 'ReassignTask';
      readonly data: Reasoned & Within & { readonly department: string };
    }
  /** Times are ISO 8601; one that is left out stays. */
  | {
      readonly type: 'ChangeTaskDeadlines';
      readonly data: Reasoned & { readonly acknowledgeBy?: string; readonly finishBy?: string };
    }
  | { readonly type: 'UrgeTask'; readonly data: OnTask & { readonly text: string } }
  /** Makes this task the leading one; the one that led assists from then on. */
  | { readonly type: 'TransferLead'; readonly data: Reasoned }
  /** From the escalation policy: nothing happens if the task was answered meanwhile. */
  | {
      readonly type: 'EscalateTask';
      readonly data: OnTask & { readonly step: number; readonly deadline: string };
    }
  /** From the overdue policy: nothing happens if the task was done or got another deadline. */
  | { readonly type: 'RecordOverdue'; readonly data: OnTask & { readonly deadline: string } };

export type TaskCommand =
  | { readonly type: 'AssignTasks'; readonly data: { readonly tasks: readonly NewTask[] } }
  | OneTaskCommand;
