import type { CityContext } from '../cityContext.ts';
import type { Incident } from '../incident/incident.ts';

/** `incident` is the one that a dispatch names, as it stands; undefined when there is none. */
export interface UnitContext extends CityContext {
  readonly incident: Incident | undefined;
}
