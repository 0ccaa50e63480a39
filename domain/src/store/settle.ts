import { setTimeout as sleep } from 'node:timers/promises';
import type { Fact } from '../fact.ts';
import { appendDecided } from './appendDecided.ts';
import { cachedStream, type Desk, refresh } from './desk.ts';
import { StoreError } from './errors.ts';
import { decideRound } from './round.ts';
import type { Outcome } from './store.ts';
import type { StreamState } from './streamState.ts';
import type { Waiting } from './waiting.ts';

/**
 * How long a stream's commands are tried, each time decided anew on the newest state, in
 * milliseconds. Not counted in attempts: whoever has to read first loses every race against one
 * who needn't.
 */
const patienceMs = 10_000;
/** The longest pause before another attempt; it grows, and is drawn so that two don't keep step. */
const longestPauseMs = 64;

/**
 * Answers the commands of one turn of a stream, in rounds: each decides the open ones in order, and
 * appends what they decided together. A round on a state just read answers one of them at least.
 */
export async function settle<State, C, E extends Fact, X>(
  desk: Desk,
  stream: string,
  waiting: readonly Waiting<State, C, E, X>[],
): Promise<void> {
  const decider = waiting[0]?.order.aggregate.decider;
  if (!decider) return;
  const cached = desk.readFirst ? undefined : cachedStream<State>(desk, stream);
  let at = { known: cached ?? (await refresh(desk, decider, stream)), fresh: cached === undefined };
  let begun = performance.now();
  let failures = 0;
  for (let open = waiting; open.length > 0; ) {
    const { group, later } = await decideRound(desk, stream, at, open);
    const composed = group.map((one) => one.composed);
    const done =
      composed.length > 0 && (await appendDecided(desk, decider, stream, at.known, composed));
    if (done) {
      for (const { one } of group) one.answer(firstAnswer(done, one));
      open = later;
      at = { known: done, fresh: true };
      failures = 0;
      begun = performance.now();
      continue;
    }
    open = open.filter(
      (one) => later.includes(one) || group.some((decided) => decided.one === one),
    );
    if (composed.length > 0) {
      failures += 1;
      if (performance.now() - begun > patienceMs)
        throw new StoreError('STORE_CONTENDED', `${stream} is written to by too many at once`);
      if (failures > 1) await sleep(Math.random() * Math.min(2 ** failures, longestPauseMs));
    }
    at = { known: await refresh(desk, decider, stream), fresh: true };
  }
}

function firstAnswer<State, C, E extends Fact, X>(
  { answers }: StreamState<State>,
  { order }: Waiting<State, C, E, X>,
): Outcome {
  const answer = answers.get(order.meta.commandId);
  if (!answer) throw new StoreError('STORE_FAILED', 'what was just appended is not in the stream');
  const { revision, position, events } = answer;
  return { kind: 'accepted', revision, position, events, repeated: false };
}
