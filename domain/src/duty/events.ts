// Stored shape: add, never change.

/** As whom somebody is on duty at a department's desk. */
export type DutyRole = 'liaison' | 'dutyOfficer';
export const dutyRoles: readonly DutyRole[] = ['liaison', 'dutyOfficer'];

interface Who {
  readonly account: string;
  readonly name: string;
}

/** What was open at a department when its shift was handed over, as the boards had it. */
export interface OpenWork {
  /** The log position that the boards had reached. */
  readonly position: string;
  /** How many there were of each, should the lists have been cut. */
  readonly counts: {
    readonly incidents: number;
    readonly tasks: number;
    readonly actions: number;
  };
  readonly incidents: readonly {
    readonly id: string;
    readonly number: number;
    readonly what: string;
    readonly status: string;
  }[];
  readonly tasks: readonly {
    readonly id: string;
    readonly incident: string;
    readonly number: number;
    readonly instruction: string;
    readonly status: string;
    /** ISO 8601. */
    readonly finishBy: string;
  }[];
  /** Corrective actions after an incident. */
  readonly actions: readonly {
    readonly id: string;
    readonly incident: string;
    readonly number: number;
    readonly text: string;
    readonly status: string;
    readonly dueBy: string;
  }[];
}

export interface HandoverFacts {
  readonly handover: string;
  readonly role: DutyRole;
  readonly from: Who;
  readonly to: Who;
  readonly note: string;
  readonly open: OpenWork;
}

interface Duty extends Who {
  readonly role: DutyRole;
}

export type DutyEvent =
  | {
      readonly type: 'DutyTaken';
      readonly data: Duty & { readonly city: string; readonly department: string };
    }
  /** With a reason when somebody else ended it. */
  | { readonly type: 'DutyEnded'; readonly data: Duty & { readonly reason?: string } }
  | { readonly type: 'ShiftHandedOver'; readonly data: HandoverFacts }
  /** The one who handed over goes off duty, the one who accepts is on duty. */
  | {
      readonly type: 'HandoverAccepted';
      readonly data: { readonly handover: string; readonly role: DutyRole };
    }
  | { readonly type: 'HandoverWithdrawn'; readonly data: { readonly handover: string } };

export type DutyCommand =
  | {
      readonly type: 'TakeDuty';
      readonly data: Duty & { readonly city: string; readonly department: string };
    }
  | { readonly type: 'EndDuty'; readonly data: Pick<Duty, 'account' | 'role'> }
  /** By somebody else, for one who is gone without having ended it. */
  | {
      readonly type: 'RelieveDuty';
      readonly data: Pick<Duty, 'account' | 'role'> & { readonly reason: string };
    }
  | { readonly type: 'HandOverShift'; readonly data: HandoverFacts }
  | {
      readonly type: 'AcceptHandover';
      readonly data: { readonly handover: string; readonly account: string };
    }
  | {
      readonly type: 'WithdrawHandover';
      readonly data: { readonly handover: string; readonly account: string };
    };

export interface OnDuty {
  readonly account: string;
  readonly name: string;
  readonly role: DutyRole;
  /** ISO 8601. */
  readonly since: string;
}

export interface Handover extends HandoverFacts {
  readonly status: 'offered' | 'accepted' | 'withdrawn';
  /** ISO 8601. */
  readonly at: string;
  readonly acceptedAt?: string;
}

/** A department's duty desk; stream `duty-<city>.<department>`. */
export interface DutyDesk {
  /** '' while nothing was ever recorded. */
  readonly city: string;
  readonly department: string;
  readonly onDuty: readonly OnDuty[];
  /** The last ones, oldest first. */
  readonly handovers: readonly Handover[];
}
