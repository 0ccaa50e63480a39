import type { Entered } from '../command/state.ts';
import type { Evidence } from '../evidence.ts';
import type { ActionAddressee, AfterEvent, Severity } from './events.ts';

export interface Finding extends Entered {
  readonly id: string;
  readonly text: string;
  readonly severity?: Severity;
}

export type ActionStatus = 'assigned' | 'done' | 'returned' | 'verified' | 'cancelled';

type Assigned = Extract<AfterEvent, { type: 'ActionAssigned' }>['data'];

/** What is to be put right because of a finding [事件整改]. */
export interface CorrectiveAction extends Omit<Assigned, 'action' | 'firstAfter'> {
  readonly id: string;
  readonly status: ActionStatus;
  readonly assigned: Evidence;
  readonly done?: Evidence & { readonly note: string };
  readonly verified?: Evidence;
  readonly returned?: Evidence & { readonly reason: string };
  readonly cancelled?: Evidence & { readonly reason: string };
  readonly notes: readonly (Entered & { readonly text: string })[];
  /** Of the due date that now counts. */
  readonly escalations: readonly {
    readonly step: number;
    readonly to: ActionAddressee;
    readonly at: string;
  }[];
}

export interface AfterState {
  readonly findings: ReadonlyMap<string, Finding>;
  readonly actions: ReadonlyMap<string, CorrectiveAction>;
}

export const nothingAfter: AfterState = { findings: new Map(), actions: new Map() };

/** Somebody still has to put it right. */
export const isOwed = ({ status }: Pick<CorrectiveAction, 'status'>): boolean =>
  status === 'assigned' || status === 'returned';
