import type { EscalationAddressee, Grade, IncidentClass, Priority } from '../city/events.ts';
import type { ResponseLevel } from '../city/plan.ts';
import type { Posture } from '../city/rules.ts';
import type { Place } from '../place.ts';
import type { CommitmentStage, DispatchGrounds } from '../unit/events.ts';
import type { AfterState } from './after/state.ts';
import type { CommandState, Entered } from './command/state.ts';
import type { ParResult, TaskOrigin, TaskPart } from './events.ts';
import type { Evidence } from './evidence.ts';
import type { Channel, Reporter, ReportFacts } from './intake/events.ts';
import type { Responsibility } from './judgement/events.ts';
import type { MutualAid } from './mutualAid/mutualAid.ts';
import type { AppliedPlan, UnitRequest } from './plans/appliedPlan.ts';
import type { RetentionState } from './retention/state.ts';
import type { IncidentStatus, OpenStatus } from './status.ts';
import type { SupplyRequest } from './supplies/supplies.ts';

export type { Evidence } from './evidence.ts';

export type { IncidentStatus, OpenStatus } from './status.ts';

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

export interface Commitment extends DispatchGrounds {
  readonly assignment: string;
  readonly unit: string;
  readonly callSign: string;
  readonly department: string;
  readonly task?: string;
  readonly request?: string;
  readonly stage: CommitmentStage;
  /** When each stage was reached (occurred, ISO 8601). */
  readonly reached: Readonly<Partial<Record<CommitmentStage, string>>>;
  /** Its last accountability check. */
  readonly par?: { readonly check: number; readonly result: ParResult; readonly at: string };
}

/** Another incident that turned out to be the same as this one. */
export interface Absorbed extends Evidence {
  readonly id: string;
  readonly merge: number;
  readonly what: string;
  /** Ids. */
  readonly reports: readonly string[];
}

export interface Incident extends CommandState, AfterState, RetentionState {
  readonly id: string;
  readonly city: string;
  readonly status: IncidentStatus;
  readonly exercise: boolean;
  readonly what: string;
  readonly channel: Channel;
  readonly place: Place;
  readonly reporter: Reporter;
  /** Ids of the incident's own keys with which persons in its record are encrypted. */
  readonly personalKeys: readonly string[];
  /** That persons were erased, last; all keys that this destroyed. */
  readonly erased?: Evidence & { readonly reason: string; readonly keys: readonly string[] };
  readonly reference?: string;
  /** The id of the report that it began with. */
  readonly report?: string;
  /** The suspected type, as the first report had it. */
  readonly kind?: string;
  /** The call clock of the first report: when it rang, when it was picked up (ISO 8601). */
  readonly receivedAt?: string;
  readonly answeredAt?: string;
  /** Its further reports, by id, in the order of linking. */
  readonly linked: ReadonlyMap<string, Evidence & ReportFacts>;
  /** Ids of reports that were taken off again. */
  readonly unlinked: ReadonlySet<string>;
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
  readonly responsible?: Evidence & Responsibility & { readonly overridden: boolean };
  readonly responseLevel?: Evidence & { readonly level: ResponseLevel; readonly reason: string };
  /** Whose affair it is; a district's that is not named is that of its place. */
  readonly jurisdiction: { readonly level: 'district' | 'city'; readonly district?: string };
  /** While it is merged into another. */
  readonly merged?: Evidence & {
    readonly into: string;
    readonly intoWhat: string;
    readonly merge: number;
    readonly reason: string;
    readonly before: OpenStatus;
  };
  /** How often it has been merged. */
  readonly merges: number;
  /** The incidents merged into this one, by id. */
  readonly absorbed: ReadonlyMap<string, Absorbed>;
  readonly tasks: ReadonlyMap<string, Task>;
  readonly commitments: ReadonlyMap<string, Commitment>;
  /** By plan, as they were given. */
  readonly plans: ReadonlyMap<string, AppliedPlan>;
  readonly unitRequests: ReadonlyMap<string, UnitRequest>;
  /** By request. */
  readonly supplies: ReadonlyMap<string, SupplyRequest>;
  readonly notes: readonly (Entered & { readonly id: string; readonly text: string })[];
  /** By the request's id. */
  readonly mutualAid: ReadonlyMap<string, MutualAid>;
}

/** Neither verified nor cancelled: someone still has something to do. */
export const isOpenTask = (task: Task): boolean =>
  task.status !== 'verified' && task.status !== 'cancelled';
/** Given and not yet answered. */
export const isUnanswered = (task: Task): boolean =>
  task.status === 'assigned' || task.status === 'delivered' || task.status === 'seen';
export const isCommitted = (commitment: Commitment): boolean =>
  commitment.stage !== 'cleared' && commitment.stage !== 'cancelled';
export const isOpenStatus = (status: IncidentStatus): status is OpenStatus =>
  status === 'reported' ||
  status === 'confirmed' ||
  status === 'responding' ||
  status === 'contained';
/** The incident still takes tasks and units. */
export const isOpen = ({ status }: Incident): boolean => isOpenStatus(status);
