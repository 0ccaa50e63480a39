import type { City } from '../../city/city.ts';
import type { RetentionRule } from '../../city/rules.ts';
import type { Incident } from '../incident.ts';
import { isHeld } from './state.ts';

/** Where the profile says nothing: every kind, ten years after its end. */
export const usualRetention: readonly RetentionRule[] = [{ id: 'usual', years: 10 }];

/** What keeps a record from the archive, or the rule that lets it go. */
export type Retention =
  | { readonly may: true; readonly rule: string }
  | { readonly may: false; readonly why: 'open' | 'held' | 'archived' | 'openActions' | 'noRule' }
  /** `until`: when it may go, or the time that it did not end before; ISO 8601. */
  | { readonly may: false; readonly why: 'tooYoung' | 'endedLater'; readonly until: string };

/** When the record ended: by its recorded time, which no late entry moves. */
function endOf({ status, closed, cancelled, merged }: Incident): string | undefined {
  if (status === 'closed') return closed?.recordedAt;
  if (status === 'cancelled') return cancelled?.recordedAt;
  return status === 'merged' ? merged?.recordedAt : undefined;
}

const fits = ({ type, exercise }: Incident, rule: RetentionRule): boolean =>
  (rule.exercise === undefined || rule.exercise === exercise) &&
  (!rule.types?.length || (type !== undefined && rule.types.includes(type)));

function yearsAfter(time: string, years: number): string {
  const date = new Date(time);
  date.setUTCFullYear(date.getUTCFullYear() + years);
  return date.toISOString();
}

/** In the archive to its last event: only what it itself added came after the copy. */
const isArchived = ({ archived, length }: Incident): boolean =>
  archived !== undefined && archived.revision === length - 2;

/**
 * Whether an incident's record may be archived: it has ended before a time, nothing in it is open,
 * nobody holds it, and the longest of the rules that fit it is over. Times in ISO 8601, UTC.
 */
export function mayArchive(
  incident: Incident,
  city: City | undefined,
  { before, now }: { readonly before: string; readonly now: string },
): Retention {
  const ended = endOf(incident);
  if (ended === undefined) return { may: false, why: 'open' };
  if (isHeld(incident)) return { may: false, why: 'held' };
  if (isArchived(incident)) return { may: false, why: 'archived' };
  const isOpenAction = ({ status }: { readonly status: string }): boolean =>
    status !== 'verified' && status !== 'cancelled';
  if ([...incident.actions.values()].some(isOpenAction)) return { may: false, why: 'openActions' };
  const rules = (city?.rules.retention ?? usualRetention).filter((rule) => fits(incident, rule));
  const longest = rules.toSorted((one, other) => other.years - one.years)[0];
  if (!longest) return { may: false, why: 'noRule' };
  const until = yearsAfter(ended, longest.years);
  if (until > now) return { may: false, why: 'tooYoung', until };
  if (ended >= before) return { may: false, why: 'endedLater', until: before };
  return { may: true, rule: `${longest.id}: ${longest.years} years` };
}
