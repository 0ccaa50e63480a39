import type { EscalationAddressee, Grade, IncidentClass, Priority } from '../city/events.ts';
import type { Posture } from '../city/rules.ts';
import type { Place } from '../place.ts';
import type { CommitmentStage } from '../unit/events.ts';
import type { Channel, Reporter, TaskOrigin, TaskPart } from './events.ts';
import type { Evidence } from './evidence.ts';
import type { AppliedPlan, UnitRequest } from './plans/appliedPlan.ts';

export type { Evidence } from './evidence.ts';

import type { AfterState } from './after/state.ts';
import type { CommandState, Entered } from './command/state.ts';
import type { SupplyRequest } from './supplies/supplies.ts';

export type IncidentStatus =
  | 'none'
  | 'reported'
  | 'confirmed'
  | 'responding'
  | 'contained'
  | 'resolved'
  | 'closed'
  | 'cancelled';

export type TaskStatus =
  | 'assigned'
  | 'delivered'
  | 'seen'
  | 'accepted'
  | 'started'
  | 'done'
  | 'verified'
  | 'objected'
  | 'returned'
  | 'cancelled';

/** A department that had a task before it was given to another. */
export interface FormerHolder {
  readonly department: string;
  readonly until: Evidence & { readonly reason: string };
  readonly accepted?: Evidence;
  readonly started?: Evidence;
  readonly done?: Evidence;
}

export interface Task {
  readonly id: string;
  readonly department: string;
  readonly part: TaskPart;
  readonly instruction: string;
  readonly status: TaskStatus;
  readonly acknowledgeBy: string;
  readonly finishBy: string;
  /** The city's posture when it was given, where that was not routine. */
  readonly posture?: Posture;
  readonly origin?: TaskOrigin;
  readonly assigned: Evidence;
  readonly delivered?: Evidence;
  readonly seen?: Evidence;
  readonly accepted?: Evidence;
  readonly started?: Evidence;
  readonly done?: Evidence;
  readonly verified?: Evidence;
  readonly objection?: Evidence & { readonly reason: string };
  readonly returned?: Evidence & { readonly reason: string };
  readonly cancelled?: Evidence & { readonly reason: string };
  readonly escalations: readonly {
    readonly step: number;
    readonly to: EscalationAddressee;
    readonly at: string;
  }[];
  /** The finish-by deadline that passed, and when that was recorded; absent while none has. */
  readonly overdue?: { readonly deadline: string; readonly at: string };
  /** The command centre's urgings [督办] of the department that now has it, in order. */
  readonly urges: readonly (Evidence & { readonly text: string })[];
  /** Progress notes and the closing note, in order. */
  readonly notes: readonly (Entered & { readonly text: string })[];
  readonly formerly: readonly FormerHolder[];
}

export interface Commitment {
  readonly assignment: string;
  readonly unit: string;
  readonly callSign: string;
  readonly department: string;
  readonly task?: string;
  readonly request?: string;
  readonly stage: CommitmentStage;
  /** When each stage was reached (occurred, ISO 8601). */
  readonly reached: Readonly<Partial<Record<CommitmentStage, string>>>;
}

export interface Incident extends CommandState, AfterState {
  readonly id: string;
  readonly city: string;
  readonly status: IncidentStatus;
  readonly exercise: boolean;
  readonly what: string;
  readonly channel: Channel;
  readonly place: Place;
  readonly reporter: Reporter;
  readonly reference?: string;
  readonly type?: string;
  readonly class?: IncidentClass;
  readonly grade?: Grade;
  readonly priority?: Priority;
  readonly reported?: Evidence;
  readonly confirmed?: Evidence;
  readonly contained?: Evidence;
  readonly resolved?: Evidence & { readonly summary: string };
  readonly closed?: Evidence & { readonly note: string };
  readonly cancelled?: Evidence & { readonly reason: string; readonly note: string };
  readonly tasks: ReadonlyMap<string, Task>;
  readonly commitments: ReadonlyMap<string, Commitment>;
  /** By plan, as they were given. */
  readonly plans: ReadonlyMap<string, AppliedPlan>;
  readonly unitRequests: ReadonlyMap<string, UnitRequest>;
  /** By request. */
  readonly supplies: ReadonlyMap<string, SupplyRequest>;
  readonly notes: readonly (Entered & { readonly id: string; readonly text: string })[];
}

/** Neither verified nor cancelled: someone still has something to do. */
export const isOpenTask = (task: Task): boolean =>
  task.status !== 'verified' && task.status !== 'cancelled';
/** Given and not yet answered. */
export const isUnanswered = (task: Task): boolean =>
  task.status === 'assigned' || task.status === 'delivered' || task.status === 'seen';
export const isCommitted = (commitment: Commitment): boolean =>
  commitment.stage !== 'cleared' && commitment.stage !== 'cancelled';
/** The incident still takes tasks and units. */
export const isOpen = (incident: Incident): boolean =>
  incident.status === 'reported' ||
  incident.status === 'confirmed' ||
  incident.status === 'responding' ||
  incident.status === 'contained';
