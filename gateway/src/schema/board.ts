import { type Fields, uuidFault } from '../commands/ids.ts';
import { type RequestContext, signedIn } from '../context.ts';
import type { Allows } from '../feed/feed.ts';
import { refusal, refuse } from '../operation/refusal.ts';
import { type Action, may, maySeeChange, type Subject } from '../rules/index.ts';

/** How long a query waits for a position before it gives what there is, in milliseconds. */
const longestWait = 5_000;
const mostRows = 10_000;

/** Refuses ids that can't be any. */
export function demandIds(ids: Fields): void {
  const fault = uuidFault(ids);
  if (fault) throw refusal(fault);
}

/** Refuses whoever may not do this. */
export function demand(context: RequestContext, action: Action, subject: Subject): void {
  if (may(signedIn(context), action, subject)) return;
  refuse('forbidden', {
    city: subject.city,
    ...(subject.kind === 'department' ? { department: subject.department } : {}),
  });
}

export function checkedLimit(limit: number | null | undefined, usual: number): number {
  const wanted = limit ?? usual;
  if (wanted >= 1 && wanted <= mostRows) return wanted;
  return refuse('outOfRange', { min: 1, max: mostRows }, 'limit');
}

/** Waits until the boards have reached a position that a command's answer gave. */
export async function awaitPosition(
  { parts }: RequestContext,
  wanted: bigint | null | undefined,
): Promise<void> {
  if (wanted === null || wanted === undefined || wanted <= parts.feed.position) return;
  const last = (await parts.store.lastPosition()) ?? 0n;
  if (wanted > last) refuse('positionOfTheFuture', { last: last.toString() }, 'waitFor');
  await parts.feed.reached(wanted, longestWait);
}

/** The rule as a push asks it: about each row, of the viewer as the log knows them by then. */
export const visibleTo =
  (context: RequestContext): Allows =>
  (change) =>
    context.viewer !== undefined && maySeeChange(context.viewer, change);
