import type { CityEvent } from './city/events.ts';
import type { IncidentEvent } from './incident/events.ts';
import type { Stored } from './metadata.ts';
import type { PersonEvent } from './person/events.ts';
import type { UnitEvent } from './unit/events.ts';

/** Everything that can stand in the log. */
export type TocsinEvent = CityEvent | IncidentEvent | PersonEvent | UnitEvent;
export type LogEvent = Stored<TocsinEvent>;
