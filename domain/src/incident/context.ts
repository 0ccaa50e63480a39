import type { City } from '../city/city.ts';
import type { Actor } from '../metadata.ts';
import type { Rejection } from '../rejection.ts';
import type { IncidentEvent } from './events.ts';
import type { Incident } from './incident.ts';

export interface IncidentContext {
  /** When the command is recorded, ISO 8601; deadlines count from it. */
  readonly now: string;
  readonly actor: Actor;
  /** The profile of the incident's city; undefined when there is no such city. */
  readonly city: City | undefined;
  /** The incident that a merge names, as it stands; undefined when there is none. */
  readonly target?: Incident | undefined;
}

export type Decision = readonly IncidentEvent[] | Rejection;
