import type { City } from './city/city.ts';
import type { Actor } from './metadata.ts';

/** What a decider is told beside the command and its stream's state. */
export interface CityContext {
  /** When the command is recorded, ISO 8601. */
  readonly now: string;
  readonly actor: Actor;
  /** The profile of the stream's city; undefined when there is no such city. */
  readonly city: City | undefined;
}
