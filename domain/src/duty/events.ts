// Stored shape: add, never change.

/** As whom somebody is on duty at a department's desk. */
export type DutyRole = 'liaison' | 'dutyOfficer';

export type DutyEvent = {
  readonly type: 'DutyTaken';
  readonly data: {
    readonly city: string;
    readonly department: string;
    readonly account: string;
    readonly name: string;
    readonly role: DutyRole;
  };
};

export type DutyCommand = {
  readonly type: 'TakeDuty';
  readonly data: {
    readonly city: string;
    readonly department: string;
    readonly account: string;
    readonly name: string;
    readonly role: DutyRole;
  };
};

export interface OnDuty {
  readonly account: string;
  readonly name: string;
  readonly role: DutyRole;
  /** ISO 8601. */
  readonly since: string;
}

/** A department's duty desk; stream `duty-<city>.<department>`. */
export interface DutyDesk {
  /** '' while nothing was ever recorded. */
  readonly city: string;
  readonly department: string;
  readonly onDuty: readonly OnDuty[];
}
