import { difference, repeated } from './difference.ts';
import type { Log } from './readLog.ts';
import type { States } from './states.ts';

/** [J3] Every report of the day, and where it is now. */
export function reportFaults({ events }: Log, { incidents }: States): string[] {
  const made = new Set<string>();
  for (const { type, data } of events)
    if (type === 'IncidentReported' || type === 'ReportLinked') made.add(data.report);
  const there = [...incidents.values()].flatMap(({ report, linked }) => [
    ...(report === undefined ? [] : [report]),
    ...linked.keys(),
  ]);
  return difference([...made], there);
}

/** [J4] [J5] An incident lists exactly those merged into it; no chains, and nobody is in two. */
export function mergeFaults({ incidents }: States): string[] {
  const merged: string[] = [];
  const absorbed: string[] = [];
  const chained: string[] = [];
  for (const [id, incident] of incidents) {
    if (incident.status === 'merged') merged.push(`${id} in ${incident.merged?.into}`);
    for (const other of incident.absorbed.keys()) absorbed.push(`${other} in ${id}`);
    if (incident.status === 'merged' && incident.absorbed.size > 0) chained.push(`chain: ${id}`);
  }
  const inTwo = repeated(absorbed.map((one) => one.split(' in ')[0] ?? ''));
  return [...difference(merged, absorbed), ...chained, ...inTwo];
}
