import { type Rejection, reject } from '../../rejection.ts';
import { type Incident, isOpen } from '../incident.ts';

/** Command ends with the incident; what is learned of it afterwards goes on. */
export const endedFault = (incident: Incident): Rejection | undefined =>
  isOpen(incident) || incident.status === 'resolved'
    ? undefined
    : reject(
        'incidentStatus',
        { status: incident.status, wanted: 'reported, confirmed, responding, contained, resolved' },
        'incident',
      );
