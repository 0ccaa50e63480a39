import type {
  AttachedPlan,
  DepotRequest,
  DutyRole,
  Handover,
  HandoverFacts,
  HeldUnit,
  Lot,
  OpenWork,
  PlannedEventFacts,
  PlannedEventStatus,
  PostFacts,
  StockCommitment,
  WarningEvent,
  WarningFacts,
  WarningLevel,
  WarningStatus,
} from '@tocsin/domain';
import type { RowActor } from './rowActor.ts';
import { type Db, type Snapshot, snapshot } from './snapshot.ts';

/** The boards that have one row a stream; a row's key is the stream's id. */
export type StreamBoard = keyof StreamRows;

interface StreamRow {
  /** The stream's id: what stands behind `<kind>-`. */
  readonly id: string;
  readonly city: string;
  readonly department?: string;
  readonly revision: string;
  readonly position: string;
}

/** What a depot has of one item. */
export interface ItemStock {
  readonly item: string;
  readonly onHand: number;
  /** Of what is on hand, what is reserved. */
  readonly committed: number;
  /** Neither reserved nor expired. */
  readonly free: number;
  /** Issued, and neither returned nor consumed. */
  readonly out: number;
  /** Less is free than the profile wants. */
  readonly low: boolean;
  readonly lots: readonly Lot[];
}

/** What a depot holds, what it has reserved or given out, and what it is asked for. */
export interface DepotRow extends StreamRow {
  readonly depot: string;
  readonly stock: readonly ItemStock[];
  readonly commitments: readonly StockCommitment[];
  readonly requests: readonly DepotRequest[];
}

/** What happened to a warning: only what that step said. */
export interface WarningStep {
  readonly type: WarningEvent['type'];
  readonly by: RowActor;
  /** ISO 8601. */
  readonly at: string;
  readonly level?: WarningLevel;
  readonly until?: string;
  readonly reason?: string;
}

export interface WarningRow extends StreamRow, WarningFacts {
  readonly status: WarningStatus;
  readonly issuer: string;
  readonly issuedAt: string;
  /** When it was lifted or expired. */
  readonly endedAt?: string;
  readonly exercise: boolean;
  /** Its issue, then the last adjustments. */
  readonly history: readonly WarningStep[];
}

export interface PlannedEventRow extends StreamRow, PlannedEventFacts {
  readonly status: PlannedEventStatus;
  readonly cancelReason?: string;
  readonly exercise: boolean;
  readonly posts: readonly PostFacts[];
  readonly units: readonly HeldUnit[];
  readonly plans: readonly AttachedPlan[];
  readonly last: { readonly type: string; readonly by: RowActor; readonly at: string };
}

export interface OnDutyRow {
  readonly account: string;
  readonly name: string;
  readonly role: DutyRole;
  readonly since: string;
}

/** A handover without its lists. */
export interface HandoverRow {
  readonly id: string;
  readonly role: DutyRole;
  readonly from: HandoverFacts['from'];
  readonly to: HandoverFacts['to'];
  readonly note: string;
  readonly counts: OpenWork['counts'];
  readonly status: Handover['status'];
  readonly at: string;
  readonly acceptedAt?: string;
}

/** A department's duty desk. */
export interface DutyRow extends StreamRow {
  readonly department: string;
  readonly onDuty: readonly OnDutyRow[];
  /** The last ones, oldest first. */
  readonly handovers: readonly HandoverRow[];
}

export interface StreamRows {
  readonly depot: DepotRow;
  readonly warning: WarningRow;
  readonly plannedEvent: PlannedEventRow;
  readonly duty: DutyRow;
}

export interface StreamRowsWanted {
  readonly city: string;
  readonly department?: string;
  /** Those that left the board, the last to leave first. */
  readonly ended?: boolean;
  readonly limit: number;
}

/** A board's rows by id, at most `limit`. */
export function streamRows<B extends StreamBoard>(
  db: Db,
  board: B,
  { city, department, ended, limit }: StreamRowsWanted,
): Promise<Snapshot<StreamRows[B]>> {
  const rows = ended
    ? `select row from stream_row where board = $1 and city = $2 and ended is not null
         and ($3::text is null or department = $3) order by ended desc, key limit $4`
    : `select row from stream_row where board = $1 and city = $2 and ended is null
         and ($3::text is null or department = $3) order by key limit $4`;
  return snapshot(db, rows, [board, city, department ?? null, limit]);
}
