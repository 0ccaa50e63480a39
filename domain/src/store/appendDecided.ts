import { setTimeout as sleep } from 'node:timers/promises';
import { WrongExpectedVersionError } from '@eventstore/db-client';
import type { Fact } from '../fact.ts';
import { type Position, revision } from '../metadata.ts';
import type { Composed } from './composed.ts';
import { type Desk, refresh } from './desk.ts';
import { moment } from './observe.ts';
import type { Folding, StreamState } from './streamState.ts';

/** Before looking what became of an append whose answer was lost. */
const lostAnswerPauseMs = 20;

/**
 * Appends the commands' events in one go, right after the state that they were decided on: all of
 * them or none. Gives the stream as it then stands, each command's answer in it; undefined when
 * the stream had moved on or the answer got lost: what is on disk is then read, not guessed.
 */
export async function appendDecided<State, E extends Fact>(
  desk: Desk,
  folding: Folding<State, E>,
  stream: string,
  known: StreamState<State>,
  group: readonly Composed<State, E>[],
): Promise<StreamState<State> | undefined> {
  const encoded = group.flatMap((one) => one.encoded);
  const begun = moment();
  let position: Position | undefined;
  try {
    position = await desk.connection.append(stream, encoded, known.revision);
  } catch (cause) {
    if (!(cause instanceof WrongExpectedVersionError)) await sleep(lostAnswerPauseMs);
  }
  const done = position !== undefined;
  const commands = group.map(({ meta }) => meta);
  const told = { commands, events: encoded.length, done, begun, ended: moment() };
  for (const observer of desk.observers) observer.appended?.(told);
  if (position === undefined) return undefined;
  for (const { meta } of group) desk.recentCommands.set(meta.commandId, stream);
  const [only, ...others] = group;
  if (!only) return known;
  // The server tells the position of the last event only; those of several commands are read.
  if (others.length > 0) return refresh(desk, folding, stream);
  const { meta, after } = only;
  const at = revision(after.revision);
  const answer = { digest: meta.digest, revision: at, position, events: encoded.length };
  after.answers.set(meta.commandId, answer);
  const next = { ...after, position };
  desk.streams.set(stream, next);
  return next;
}
