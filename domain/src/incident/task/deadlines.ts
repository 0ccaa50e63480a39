import { type Rejection, reject } from '../../rejection.ts';
import type { IncidentContext } from '../context.ts';
import type { Incident } from '../incident.ts';
import type { Within } from './commands.ts';
import type { TaskDeadlines } from './events.ts';

/** The shortest and the longest deadline that can be given, in seconds: 30 s to 30 days. */
export const shortestDeadline = 30;
export const longestDeadline = 30 * 86_400;

const after = (now: string, seconds: number): string =>
  new Date(Date.parse(now) + Math.round(seconds) * 1000).toISOString();

/** When the first escalation is due after the acknowledge-by deadline, as the city's profile says. */
export function escalateAfter({ city }: IncidentContext): { readonly escalateAfter?: number } {
  const seconds = city?.deadlines.escalation[0]?.after ?? 0;
  return seconds > 0 ? { escalateAfter: seconds } : {};
}

/**
 * A new assignment's deadlines. What the profile and its plans say is multiplied by the posture's
 * factor; what a person gives for this task counts as given.
 *
 * @param stated the deadlines are a person's own word, not a plan's
 */
export function newDeadlines(
  within: Within,
  stated: boolean,
  incident: Incident,
  context: IncidentContext,
): TaskDeadlines {
  const { city, now } = context;
  const priority = incident.priority ?? 3;
  const posture = city?.posture ?? 'routine';
  const factor = city?.rules.postures[posture].deadlineFactor ?? 1;
  const usual = {
    acknowledge: city?.deadlines.acknowledge[priority] ?? 300,
    finish: city?.deadlines.finish[priority] ?? 7200,
  };
  const seconds = (given: number | undefined, profile: number): number =>
    given !== undefined && stated ? given : (given ?? profile) * factor;
  return {
    acknowledgeBy: after(now, seconds(within.acknowledgeWithin, usual.acknowledge)),
    finishBy: after(now, seconds(within.finishWithin, usual.finish)),
    ...(posture === 'routine' ? {} : { posture }),
    ...escalateAfter(context),
  };
}

/** @param at the path of the input that holds the two, with its dot: `tasks[0].`, or nothing */
export function withinFault(within: Within, at: string): Rejection | undefined {
  for (const name of ['acknowledgeWithin', 'finishWithin'] as const) {
    const seconds = within[name];
    if (seconds === undefined) continue;
    if (!Number.isInteger(seconds)) return reject('notANumber', {}, at + name);
    if (seconds < shortestDeadline || seconds > longestDeadline)
      return reject('outOfRange', { min: shortestDeadline, max: longestDeadline }, at + name);
  }
  const { acknowledgeWithin, finishWithin } = within;
  if (acknowledgeWithin === undefined || finishWithin === undefined) return undefined;
  return acknowledgeWithin > finishWithin
    ? reject('deadlineOrder', {}, `${at}finishWithin`)
    : undefined;
}

/** The fault of a deadline that a person sets as a time: not one, too near, too far away. */
export function deadlineFault(
  value: string | undefined,
  now: string,
  field: string,
): Rejection | undefined {
  if (value === undefined) return undefined;
  const seconds = (Date.parse(value) - Date.parse(now)) / 1000;
  if (Number.isNaN(seconds)) return reject('notATime', { value }, field);
  if (seconds >= shortestDeadline && seconds <= longestDeadline) return undefined;
  const facts = { min: after(now, shortestDeadline), max: after(now, longestDeadline) };
  return reject('outOfRange', facts, field);
}
