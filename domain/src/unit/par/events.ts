// Stored shape: add, never change.

/** The personnel accountability checks [PAR] of an assignment on scene, numbered from 1. */
interface OfCheck {
  readonly assignment: string;
  readonly incident: string;
  readonly check: number;
}

export type ParEvent =
  | {
      readonly type: 'ParRequested';
      readonly data: OfCheck & {
        /** ISO 8601; overdue after it. */
        readonly answerBy: string;
      };
    }
  | {
      readonly type: 'ParConfirmed';
      readonly data: OfCheck & {
        /** How many people answered, where it was said. */
        readonly persons?: number;
        readonly note?: string;
        /** When the next check is due; absent where the city asks for none. */
        readonly nextDue?: string;
      };
    }
  | { readonly type: 'ParOverdue'; readonly data: OfCheck & { readonly answerBy: string } };

interface OfTimer {
  readonly assignment: string;
  readonly check: number;
}

export type ParCommand =
  /** From the PAR policy: nothing happens if the unit left the scene or the check was answered. */
  | { readonly type: 'RequestPar'; readonly data: OfTimer }
  | { readonly type: 'DeclareParOverdue'; readonly data: OfTimer }
  | {
      readonly type: 'ConfirmPar';
      readonly data: {
        readonly assignment: string;
        readonly persons?: number;
        readonly note?: string;
      };
    };

/** The check that is due next or is being waited for. */
export interface ParState {
  readonly check: number;
  /** When the unit will be asked; absent where the city asks for no checks. */
  readonly due?: string;
  /** It was asked, and answers by then. */
  readonly answerBy?: string;
  readonly overdueSince?: string;
}
