import { type City, upcasters } from '@tocsin/domain';
import type { Log } from './readLog.ts';

/** The types of event that the log doesn't have, in the order of the domain's list. */
export function absentTypes({ events }: Log): string[] {
  const there = new Set<string>(events.map(({ type }) => type));
  return Object.keys(upcasters).filter((type) => !there.has(type));
}

/** How often each type of event occurred that did so seldom. */
export function seldom({ events }: Log): string[] {
  const counts = new Map<string, number>();
  for (const { type } of events) counts.set(type, (counts.get(type) ?? 0) + 1);
  return [...counts].filter(([, count]) => count < 10).map(([type, count]) => `${type} ${count}`);
}

/** The departments that take tasks of which nobody accepted or finished one. */
export function idleDepartments({ events }: Log, city: City): string[] {
  const did = (wanted: string) =>
    new Set(
      events.filter(({ type }) => type === wanted).map(({ meta }) => meta.actor.department ?? ''),
    );
  const [accepted, finished] = [did('TaskAccepted'), did('TaskFinished')];
  return [...city.departments.values()]
    .filter(({ id, takesTasks }) => takesTasks && !(accepted.has(id) && finished.has(id)))
    .map(({ id }) => id);
}
