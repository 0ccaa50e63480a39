import type { ObjectRef } from '@pothos/core';
import { type Board, momentAt, pastChanges, pastRows } from '@tocsin/projections/queries';
import { type RequestContext, signedIn } from '../context.ts';
import type { BoardBatch, BoardScope } from '../feed/boardBatch.ts';
import { refuse } from '../operation/refusal.ts';
import { play } from '../play/play.ts';
import { mostPlays } from '../play/plays.ts';
import { maySeeChange } from '../rules/index.ts';
import { boardSource } from './board.ts';
import { builder, type SchemaTypes } from './builder.ts';
import { givenMoment, type MomentGiven, MomentInput, pastOf, tracePast } from './moment.ts';

const fastest = 60;
const longestSkip = 3_600;
/** The most rows that a board is given out with. */
const mostRows = 10_000;

interface Played {
  readonly scope: BoardScope;
  readonly from: MomentGiven;
  readonly to: MomentGiven | null | undefined;
  readonly speed: number;
  readonly skipPauses: number | null | undefined;
}

function checkedWithin(value: number, min: number, max: number, field: string): void {
  if (value < min || value > max) refuse('outOfRange', { min, max }, field);
}

async function played(
  context: RequestContext,
  { scope, from, to, speed, skipPauses }: Played,
): Promise<AsyncGenerator<BoardBatch>> {
  checkedWithin(speed, 1, fastest, 'speed');
  if (skipPauses != null) checkedWithin(skipPauses, 1, longestSkip, 'skipPauses');
  const begin = await givenMoment(context, from, 'from');
  const { feed, pool } = context.parts;
  const isAhead = begin.position > feed.position;
  const end = await (to
    ? givenMoment(context, to, 'to')
    : momentAt(pool, isAhead ? begin.position : feed.position));
  if (end.position < begin.position) refuse('momentOrder', {}, 'to');
  await tracePast(context, scope, begin);
  const ended =
    context.parts.plays.begin(signedIn(context).account) ??
    refuse('tooManyPlays', { max: mostPlays });
  const past = pastOf(context);
  const { board, city, department, matches } = scope;
  const of = { board, city, ...(department === undefined ? {} : { department }) };
  const filtered = matches ? { matches } : {};
  return play(
    {
      scope,
      speed,
      from: begin,
      to: end,
      longestPause: skipPauses ?? undefined,
      rows: () => pastRows(past, { ...of, ...filtered, at: begin.position, limit: mostRows }),
      changes: () => pastChanges(past, { ...of, after: begin.position, upTo: end.position }),
      allows: (change) => context.viewer !== undefined && maySeeChange(context.viewer, change),
    },
    ended,
  );
}

type ChangesType<Row> = ObjectRef<
  PothosSchemaTypes.ExtendDefaultTypes<SchemaTypes>,
  BoardBatch<Row>,
  BoardBatch<Row>
>;

interface PlayedBoard<Row> {
  /** The query's name; the subscription is `<query>Played`. */
  readonly query: string;
  readonly board: Board;
  readonly changes: ChangesType<Row>;
  /** Whether it can be one department's; otherwise it is the city's. */
  readonly department?: 'wanted' | 'possible';
}

/** The subscription that plays a board forward from a moment, in the batches of its changes. */
export function playedField<Row>(fields: PlayedBoard<Row>): void {
  const { query, board, changes, department: of } = fields;
  builder.subscriptionField(`${query}Played`, (t) =>
    t.field({
      type: changes,
      description:
        'The board as it stood at `from`, then its changes as they came, up to `to` or to what is the present when it begins.',
      args: {
        city: t.arg.id(),
        ...(of && { department: t.arg.id({ required: of === 'wanted' }) }),
        from: t.arg({ type: MomentInput }),
        to: t.arg({ type: MomentInput, required: false }),
        speed: t.arg.int({ required: false, defaultValue: 1 }),
        skipPauses: t.arg.int({
          required: false,
          description: 'Pauses without a change take so many seconds at the most.',
        }),
      },
      subscribe: async (_root, args, context) => {
        const { city, from, to, speed, skipPauses } = args;
        const department = 'department' in args ? (args.department as string | null) : undefined;
        const { scope } = await boardSource(context, { board, city, department }, undefined);
        return played(context, { scope, from, to, speed: speed ?? 1, skipPauses });
      },
      // A board's batches hold the rows of that board.
      resolve: (batch) => batch as unknown as BoardBatch<Row>,
    }),
  );
}
