import type { IncidentEvent, Stored } from '@tocsin/domain';
import type { IncidentRow } from '../queries/rows.ts';
import type { CallTimes } from './times.ts';

/** The call clock of a report by telephone or hotline; other channels have nobody pick up. */
export function callTimes(
  { city, number, exercise, position }: IncidentRow,
  { type, data, meta }: Stored<IncidentEvent>,
): CallTimes | undefined {
  if (type !== 'IncidentReported' && type !== 'ReportLinked') return undefined;
  if (data.channel !== 'phone' && data.channel !== 'hotline') return undefined;
  return {
    of: 'call',
    report: data.report,
    city,
    incident: number,
    exercise,
    position,
    at: data.receivedAt ?? meta.occurredAt,
    received: data.receivedAt,
    answered: data.answeredAt,
  };
}
