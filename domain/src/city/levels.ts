// Stored shape: add, never change.

export type IncidentClass =
  | 'naturalDisaster'
  | 'accidentDisaster'
  | 'publicHealth'
  | 'socialSecurity';
/** I extraordinary, II major, III larger, IV ordinary. */
export type Grade = 1 | 2 | 3 | 4;
/** 1 is the most urgent. */
export type Priority = 1 | 2 | 3 | 4;
export type EscalationAddressee = 'liaison' | 'dutyOfficer' | 'commandCentre';
