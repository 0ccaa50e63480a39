import type { AccessEvent } from './access/events.ts';
import type { CityEvent } from './city/events.ts';
import type { DepotEvent } from './depot/events.ts';
import type { DutyEvent } from './duty/events.ts';
import type { IncidentEvent } from './incident/events.ts';
import type { Stored } from './metadata.ts';
import type { PersonEvent } from './person/events.ts';
import type { PlannedEventEvent } from './plannedEvent/events.ts';
import type { UnitEvent } from './unit/events.ts';
import type { WarningEvent } from './warning/events.ts';

/** Everything that can stand in the log. */
export type TocsinEvent =
  | AccessEvent
  | CityEvent
  | DepotEvent
  | DutyEvent
  | IncidentEvent
  | PersonEvent
  | PlannedEventEvent
  | UnitEvent
  | WarningEvent;
export type LogEvent = Stored<TocsinEvent>;
