import { setTimeout as sleep } from 'node:timers/promises';
import type { LRUCache } from 'lru-cache';
import type { Fact } from '../fact.ts';
import type { Revision, Stored } from '../metadata.ts';
import type { KeyStore } from '../privacy/keyStore.ts';
import type { Connection } from './connection.ts';
import { StoreError } from './errors.ts';
import { eventsOf } from './eventsOf.ts';
import type { KeyedLock } from './keyedLock.ts';
import type { StoreObserver } from './observe.ts';
import { emptyStream, type Folding, fold, type StreamState } from './streamState.ts';
import { extendTail, type Tails } from './tails.ts';

/** What handling commands needs; one for each open store. */
export interface Desk {
  readonly connection: Connection;
  readonly lock: KeyedLock;
  /** The commands that wait for their turn on a stream, by its name. */
  readonly waiting: Map<string, unknown[]>;
  /** The last events of streams on which somebody decided on an older revision. */
  readonly tails: Tails;
  /** Folded streams by name. */
  readonly streams: LRUCache<string, StreamState<unknown>>;
  /** The stream in which a command id was last used, as far as this process remembers. */
  readonly recentCommands: LRUCache<string, string>;
  readonly clock: () => Date;
  /** See `StoreOptions`. */
  readonly keys: KeyStore | undefined;
  /** See `StoreOptions`. */
  readonly readFirst: boolean;
  readonly observers: Set<StoreObserver>;
}

/** Tries to read before the outage is called one. */
const readTries = 5;

// The name of a stream says which aggregate it is, so what is kept under it has that state's type.
export const cachedStream = <State>(desk: Desk, stream: string): StreamState<State> | undefined =>
  desk.streams.get(stream) as StreamState<State> | undefined;

/** The newest state of a stream: the one at hand and what was appended since. Waits out a short outage. */
export async function refresh<State, E extends Fact>(
  desk: Desk,
  folding: Folding<State, E>,
  stream: string,
): Promise<StreamState<State>> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await readOn(desk, folding, stream);
    } catch (cause) {
      const outage = cause instanceof StoreError && cause.code === 'STORE_UNREACHABLE';
      if (!outage || tries === readTries) throw cause;
      await sleep(50 * tries);
    }
  }
}

async function readOn<State, E extends Fact>(
  desk: Desk,
  folding: Folding<State, E>,
  stream: string,
): Promise<StreamState<State>> {
  let known = cachedStream<State>(desk, stream) ?? emptyStream(folding.initial);
  // All of them first: a read that breaks off halfway must leave no mark on what is known.
  const since: Stored<E>[] = [];
  for await (const event of eventsOf<E>(desk, stream, known.revision + 1n)) since.push(event);
  for (const event of since) known = fold(known, event, folding);
  extendTail(desk.tails, stream, since);
  if (known.revision >= 0n) desk.streams.set(stream, known);
  return known;
}

/** A stream folded up to and including a revision; undefined when it has no such revision. */
export async function foldUpTo<State, E extends Fact>(
  desk: Desk,
  folding: Folding<State, E>,
  stream: string,
  at: Revision,
): Promise<StreamState<State> | undefined> {
  let known = emptyStream(folding.initial);
  for await (const event of eventsOf<E>(desk, stream, 0n, at + 1n))
    known = fold(known, event, folding);
  return known.revision === at ? known : undefined;
}
