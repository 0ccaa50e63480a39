import type { ActionAddressee, ActionStatus } from '@tocsin/domain';
import type { RowEvidence } from './rows.ts';
import { type Db, type Snapshot, snapshot } from './snapshot.ts';

/** One row a corrective action, on its department's board; key: action id. */
export interface ActionRow {
  readonly id: string;
  readonly city: string;
  readonly department: string;
  readonly incident: string;
  readonly number: number;
  /** What the incident was. */
  readonly what: string;
  readonly exercise: boolean;
  readonly finding: string;
  readonly owner?: { readonly account: string; readonly name: string };
  readonly text: string;
  /** ISO 8601. */
  readonly dueBy: string;
  readonly status: ActionStatus;
  readonly assigned: RowEvidence;
  readonly lastNote?: RowEvidence & { readonly text: string; readonly revision: string };
  readonly done?: RowEvidence & { readonly note: string };
  readonly verified?: RowEvidence;
  readonly returned?: RowEvidence & { readonly reason: string };
  readonly cancelled?: RowEvidence & { readonly reason: string };
  /** The last step taken for the due date that now counts. */
  readonly escalation?: {
    readonly step: number;
    readonly to: ActionAddressee;
    readonly at: string;
  };
  /** The incident's revision at this row's last change. */
  readonly revision: string;
  readonly position: string;
}

export interface ActionsWanted {
  readonly city: string;
  /** Left out: every department's. */
  readonly department?: string;
  readonly ended: boolean;
  readonly limit: number;
}

/**
 * Corrective actions, the first due first; with `ended` those verified or cancelled, the last to
 * leave the board first. At most `limit` rows.
 */
export function actionRows(
  db: Db,
  { city, department, ended, limit }: ActionsWanted,
): Promise<Snapshot<ActionRow>> {
  const rows = ended
    ? `select row from action_row where city = $1 and ended is not null
         and ($2::text is null or department = $2) order by ended desc, id limit $3`
    : `select row from action_row where city = $1 and ended is null
         and ($2::text is null or department = $2) order by due, id limit $3`;
  return snapshot(db, rows, [city, department ?? null, limit]);
}
