/** While it takes tasks and units. */
export type OpenStatus = 'reported' | 'confirmed' | 'responding' | 'contained';

export type IncidentStatus =
  | 'none'
  | OpenStatus
  | 'resolved'
  | 'closed'
  | 'cancelled'
  /** Into another incident, which goes on for both. */
  | 'merged';
