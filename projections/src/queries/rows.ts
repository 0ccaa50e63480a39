import type {
  CancelReason,
  Channel,
  City,
  CityProfile,
  CommitmentStage,
  EscalationAddressee,
  Grade,
  IncidentClass,
  IncidentStatus,
  Localized,
  ParState,
  PersonEvent,
  Place,
  Posture,
  Priority,
  Reserve,
  ResponseLevel,
  Responsibility,
  TaskOrigin,
  TaskPart,
  TaskStatus,
  UnitPosition,
} from '@tocsin/domain';

import type { RowActor } from './rowActor.ts';
import type { StreamBoard } from './streamRows.ts';

/** The boards that the change log carries, and the key of each one's rows. */
export type Board = 'incident' | 'task' | 'unit' | 'action' | StreamBoard;

export type { RowActor };

/** A link of the evidence chain. `at` is when it occurred, ISO 8601. */
export interface RowEvidence {
  readonly by: RowActor;
  readonly at: string;
}

/** One row a board incident; key: incident id. */
export interface IncidentRow {
  readonly id: string;
  readonly city: string;
  /** The incident's running number in its city, in log order, from 1. */
  readonly number: number;
  readonly reference?: string;
  readonly status: Exclude<IncidentStatus, 'none'>;
  readonly what: string;
  readonly channel: Channel;
  readonly place: Place;
  /** The suspected type, as the first report had it. */
  readonly kind?: string;
  readonly type?: string;
  readonly class?: IncidentClass;
  readonly grade?: Grade;
  readonly priority?: Priority;
  readonly responsible?: Responsibility & { readonly overridden: boolean };
  readonly responseLevel?: ResponseLevel;
  /** Absent: the affair of its place's district. */
  readonly jurisdiction?: { readonly level: 'district' | 'city'; readonly district?: string };
  /** The id of the incident that it was merged into. */
  readonly mergedInto?: string;
  /** The incidents merged into it; absent while there are none. */
  readonly absorbed?: readonly { readonly id: string; readonly reports: number }[];
  /** Reports linked beside the first; absent while there are none. */
  readonly linkedReports?: number;
  /** When the newest of its reports was recorded; absent while there is one only. */
  readonly lastReportAt?: string;
  /** The first report's call clock: rang, picked up. */
  readonly receivedAt?: string;
  readonly answeredAt?: string;
  readonly exercise: boolean;
  readonly reportedBy: RowActor;
  readonly reportedAt: string;
  readonly recordedAt: string;
  readonly confirmedAt?: string;
  readonly resolvedAt?: string;
  readonly resolvedBy?: RowActor;
  readonly closedAt?: string;
  readonly cancelReason?: CancelReason;
  /** One entry a task, in the order of assignment. */
  readonly tasks: readonly {
    readonly id: string;
    readonly department: string;
    readonly part: TaskPart;
    readonly status: TaskStatus;
    /** While unanswered: the acknowledge-by deadline, ISO 8601. */
    readonly acknowledgeBy?: string;
    /** The last escalation step taken while unanswered, 0 when none. */
    readonly escalation: number;
    /** The finish-by deadline that passed, ISO 8601; absent while none has. */
    readonly overdueSince?: string;
  }[];
  /** One entry a unit still committed. */
  readonly units: readonly {
    readonly assignment: string;
    readonly unit: string;
    readonly callSign: string;
    readonly stage: CommitmentStage;
    /** An accountability check was not answered in time, since then. */
    readonly parOverdueSince?: string;
  }[];
  readonly last: { readonly type: string; readonly by: RowActor; readonly at: string };
  readonly revision: string;
  readonly position: string;
}

/** One row a task, on its department's board; key: task id. */
export interface TaskRow {
  readonly id: string;
  readonly city: string;
  readonly department: string;
  readonly incident: string;
  readonly number: number;
  readonly incidentStatus: Exclude<IncidentStatus, 'none'>;
  readonly what: string;
  readonly place: Place;
  readonly type?: string;
  readonly grade?: Grade;
  readonly priority?: Priority;
  readonly exercise: boolean;
  readonly part: TaskPart;
  readonly instruction: string;
  readonly status: TaskStatus;
  readonly acknowledgeBy: string;
  readonly finishBy: string;
  /** The finish-by deadline that passed before the task was done; absent while none has. */
  readonly overdueSince?: string;
  /** The city's posture when it was given, where that was not routine. */
  readonly posture?: Posture;
  /** The plan or the decision that it came of. */
  readonly origin?: TaskOrigin;
  /** The department that had it before, why it was given to another, and how often it was so far. */
  readonly reassigned?: RowEvidence & {
    readonly from: string;
    readonly reason: string;
    readonly count: number;
  };
  /** The last urging [督办] that the department has not followed yet, and how many there were. */
  readonly urged?: RowEvidence & { readonly text: string; readonly count: number };
  readonly assigned: RowEvidence;
  readonly delivered?: RowEvidence;
  readonly seen?: RowEvidence;
  readonly accepted?: RowEvidence;
  readonly started?: RowEvidence;
  readonly done?: RowEvidence;
  readonly verified?: RowEvidence;
  readonly objection?: RowEvidence & { readonly reason: string };
  readonly returned?: RowEvidence & { readonly reason: string };
  readonly cancelled?: RowEvidence & { readonly reason: string };
  /** A progress note carries its entry's revision: it may be struck. */
  readonly lastNote?: RowEvidence & { readonly text: string; readonly revision?: string };
  readonly escalation?: {
    readonly step: number;
    readonly to: EscalationAddressee;
    readonly at: string;
  };
  /** The incident's revision at this row's last change. */
  readonly revision: string;
  readonly position: string;
}

/** One row a unit; key: unit id. */
export interface UnitRow {
  readonly id: string;
  readonly city: string;
  readonly callSign: string;
  readonly department: string;
  readonly kind: string;
  readonly name: Localized;
  readonly capabilities: readonly string[];
  readonly station: string;
  readonly onDuty: boolean;
  /** The city has it no more: it is off the board. */
  readonly retired?: true;
  readonly lon?: number;
  readonly lat?: number;
  /** Where it last said it was. */
  readonly lastPosition?: UnitPosition;
  readonly reserve?: Reserve;
  /** The neighbour that lends it, and for which incident. */
  readonly jurisdiction?: string;
  readonly lentFor?: string;
  /** What it was lent for is over: it goes home as soon as nothing holds it. */
  readonly returnDue?: true;
  readonly active?: UnitRowAssignment;
  readonly stacked: readonly UnitRowAssignment[];
  readonly revision: string;
  readonly position: string;
}
export interface UnitRowAssignment {
  readonly assignment: string;
  readonly incident: string;
  readonly stage: CommitmentStage;
  /** When the stage was reached (occurred, ISO 8601). */
  readonly since: string;
  /** On scene: its accountability checks. */
  readonly par?: ParState;
}

/** One entry a recorded event of an incident; key: incident id and revision. */
export interface TimelineRow {
  readonly incident: string;
  readonly city: string;
  readonly revision: string;
  readonly position: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly actor: RowActor;
  readonly commandId: string;
  readonly causationId: string;
  readonly correlationId: string;
  readonly task?: string;
  readonly department?: string;
  /** The event's own facts. */
  readonly data: object;
  readonly hash: string;
}

/** One row a person; key: account. */
export type PersonRow = Extract<PersonEvent, { type: 'PersonAppointed' }>['data'] & {
  readonly dismissed?: true;
};

/** A city's whole profile; key: city id. Deadlines and rules are absent while they are the domain's own. */
export type CityRow = Omit<CityProfile, 'deadlines' | 'rules'> &
  Partial<Pick<City, 'deadlines' | 'rules' | 'posture'>>;
