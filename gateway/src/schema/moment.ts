import { position } from '@tocsin/domain';
import {
  type Board,
  type BoardsAt,
  type Moment,
  momentAt,
  momentOfTime,
  type Past,
  type PastRowsWanted,
  pastRows,
  type RowOf,
  type Snapshot,
} from '@tocsin/projections/queries';
import { trace } from '../access/trace.ts';
import type { RequestContext } from '../context.ts';
import { refuse } from '../operation/refusal.ts';
import { longestWait } from './board.ts';
import { builder } from './builder.ts';

/** A moment of the log: right after a position, or when a time had come. */
export interface MomentGiven {
  readonly position?: bigint | null | undefined;
  readonly at?: string | null | undefined;
}

export const MomentInput = builder.inputType('MomentInput', {
  description: 'A moment of the past: either a position in the log or a time.',
  fields: (t) => ({
    position: t.field({ type: 'Position', required: false }),
    at: t.field({ type: 'DateTime', required: false }),
  }),
});

export const pastOf = ({ parts }: RequestContext): Past => ({ db: parts.pool, log: parts.store });

/**
 * The moment that is asked for, once the boards contain it; or what they contain of it when they
 * lag too long. Throws refusals (`momentInvalid`, `momentOfTheFuture`) that name the field.
 */
export function givenMoment(
  context: RequestContext,
  { position, at }: MomentGiven,
  field: string,
): Promise<Moment> {
  if (position != null && at == null) return givenPosition(context, position, field);
  if (at != null && position == null) return givenTime(context, at, field);
  return refuse('momentInvalid', {}, field);
}

async function givenPosition(
  { parts }: RequestContext,
  position: bigint,
  field: string,
): Promise<Moment> {
  if (position > parts.feed.position) {
    const last = (await parts.store.lastPosition()) ?? 0n;
    if (position > last) refuse('momentOfTheFuture', { last: last.toString() }, field);
    await parts.feed.reached(position, longestWait);
  }
  return momentAt(parts.pool, position);
}

async function givenTime(context: RequestContext, at: string, field: string): Promise<Moment> {
  const { parts } = context;
  const now = new Date().toISOString();
  if (at > now) refuse('momentOfTheFuture', { now }, field);
  const past = pastOf(context);
  const moment = await momentOfTime(past, at);
  if (moment.position < parts.feed.position) return moment;
  // Later than all that the boards contain: there may be more on its way to them.
  const last = (await parts.store.lastPosition()) ?? 0n;
  if (last <= moment.position) return moment;
  await parts.feed.reached(last, longestWait);
  return momentOfTime(past, at);
}

/** What a board of that moment is true for. */
export const boardsAt = ({ position: at, cursor, asOf }: Moment): BoardsAt => ({
  cursor,
  position: position(at < 0n ? 0n : at),
  asOf,
});

/** Records that the viewer is shown a board's past, from a moment on. */
export function tracePast(
  context: RequestContext,
  { board, city, department }: Pick<PastRowsWanted<Board>, 'board' | 'city' | 'department'>,
  { position: at }: Pick<Moment, 'position'>,
): Promise<void> {
  const of = department === undefined ? {} : { department };
  const what = `${board} board`;
  return trace(context, { kind: 'recordRead', what, city, ...of, detail: `position ${at}` });
}

/** A board as it stood at a moment, for who may read it now. */
export async function boardAsOf<B extends Board>(
  context: RequestContext,
  wanted: Omit<PastRowsWanted<B>, 'at'>,
  asOf: MomentGiven,
): Promise<Snapshot<RowOf[B]>> {
  const moment = await givenMoment(context, asOf, 'asOf');
  await tracePast(context, wanted, moment);
  const rows = await pastRows(pastOf(context), { ...wanted, at: moment.position });
  return { rows, ...boardsAt(moment) };
}
