import type { AccessCommand, AccessLog } from './access/events.ts';
import type { City, CityCommand } from './city/city.ts';
import type { DepotCommand } from './depot/commands.ts';
import type { DepotStock } from './depot/stock.ts';
import type { DutyCommand, DutyDesk } from './duty/events.ts';
import type { IncidentCommand } from './incident/commands.ts';
import type { Incident } from './incident/incident.ts';
import type { Person, PersonCommand } from './person/events.ts';
import type { PlannedEvent, PlannedEventCommand } from './plannedEvent/events.ts';
import type { Unit, UnitCommand } from './unit/events.ts';
import type { Warning, WarningCommand } from './warning/events.ts';

/** Every kind of stream: its state, and the commands that are decided on it. */
export interface Streams {
  readonly incident: { readonly state: Incident; readonly command: IncidentCommand };
  readonly unit: { readonly state: Unit; readonly command: UnitCommand };
  readonly city: { readonly state: City; readonly command: CityCommand };
  readonly person: { readonly state: Person; readonly command: PersonCommand };
  readonly depot: { readonly state: DepotStock; readonly command: DepotCommand };
  readonly warning: { readonly state: Warning; readonly command: WarningCommand };
  readonly plannedEvent: { readonly state: PlannedEvent; readonly command: PlannedEventCommand };
  readonly access: { readonly state: AccessLog; readonly command: AccessCommand };
  readonly duty: { readonly state: DutyDesk; readonly command: DutyCommand };
}
export type StreamKind = keyof Streams;

/** A command and the stream `<kind>-<id>` that it is for. */
export type Target = {
  readonly [K in StreamKind]: {
    readonly stream: K;
    readonly id: string;
    readonly command: Streams[K]['command'];
  };
}[StreamKind];
