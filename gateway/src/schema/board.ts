import type { Board } from '@tocsin/projections/queries';
import { type Fields, uuidFault } from '../commands/ids.ts';
import { type RequestContext, signedIn } from '../context.ts';
import type { BoardScope, RowOf } from '../feed/boardBatch.ts';
import { BoardSource } from '../feed/boardSource.ts';
import { refusal, refuse } from '../operation/refusal.ts';
import { type Action, boardReach, may, type Subject } from '../rules/index.ts';

/** How long a query waits for a position before it gives what there is, in milliseconds. */
export const longestWait = 5_000;
/** The most rows that a board is given out with. */
export const mostRows = 10_000;

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

interface BoardWanted<B extends Board> {
  readonly board: B;
  readonly city: string;
  readonly department?: string | null | undefined;
  /** The filter; left out: every row. */
  readonly matches?: ((row: RowOf<B>) => boolean) | undefined;
}

/**
 * What a board's subscription resolves to, for a viewer who may read it: no further than the rule
 * of its rows reaches. Throws refusals for a cursor that no board gave out.
 */
export async function boardSource<B extends Board>(
  context: RequestContext,
  { board, city, department, matches }: BoardWanted<B>,
  after: string | null | undefined,
): Promise<BoardSource<RowOf<B>>> {
  const reach = boardReach(signedIn(context), board, city);
  const own = reach?.department;
  if (!reach || (own !== undefined && own !== (department ?? own))) refuse('forbidden', { city });
  const only = department ?? own;
  const scope = { board, city, ...(only == null ? {} : { department: only }) };
  const cursor = after == null ? undefined : await context.parts.feed.checked(after);
  // A board's rooms hold rows of that board only.
  const filtered = matches ? { matches: matches as NonNullable<BoardScope['matches']> } : {};
  return new BoardSource({ ...scope, ...filtered }, cursor);
}
