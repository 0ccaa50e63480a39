import type {
  AccessEvent,
  CityEvent,
  IncidentEvent,
  LogEvent,
  PersonEvent,
  Stored,
  TaskEvent,
  UnitEvent,
} from '@tocsin/domain';

const INCIDENT = 'incident-';
const UNIT = 'unit-';
const CITY = 'city-';
const PERSON = 'person-';
const ACCESS = 'access-';

export const isOfIncident = (event: LogEvent): event is Stored<IncidentEvent> =>
  event.stream.startsWith(INCIDENT);
export const isOfUnit = (event: LogEvent): event is Stored<UnitEvent> =>
  event.stream.startsWith(UNIT);
export const isOfCity = (event: LogEvent): event is Stored<CityEvent> =>
  event.stream.startsWith(CITY);
export const isOfPerson = (event: LogEvent): event is Stored<PersonEvent> =>
  event.stream.startsWith(PERSON);
export const isOfAccess = (event: LogEvent): event is Stored<AccessEvent> =>
  event.stream.startsWith(ACCESS);

/** Every event that names a task; of those only task events do. */
export const isOfTask = (event: Stored<IncidentEvent>): event is Stored<TaskEvent> =>
  event.type.startsWith('Task') || event.type.startsWith('Objection');

/** What stands after the stream type: the incident's, unit's, city's id, the account. */
export const subject = ({ stream }: LogEvent): string => stream.slice(stream.indexOf('-') + 1);
