import { LRUCache } from 'lru-cache';
import type { Fact } from '../fact.ts';
import type { Stored } from '../metadata.ts';
import type { Connection } from './connection.ts';
import { eventsOf } from './eventsOf.ts';

/** Events kept over all streams, and of one stream. */
const mostKept = 10_000;
const mostOfOne = 4_000;

/** The last events of a stream, without a gap. */
type Tail = readonly Stored<Fact>[];

export type Tails = LRUCache<string, Tail>;

export const noTails = (): Tails =>
  new LRUCache({ maxSize: mostKept, sizeCalculation: (tail) => Math.max(1, tail.length) });

/** Keeps events that were just read, if they go on from those that are kept. */
export function extendTail(tails: Tails, stream: string, news: Tail): void {
  const tail = tails.get(stream);
  const last = tail?.at(-1);
  if (!tail || !last || news[0]?.revision !== last.revision + 1n) return;
  tails.set(stream, [...tail, ...news].slice(-mostOfOne));
}

/**
 * The events of a stream after a revision, up to and including another. What was asked for lately
 * is at hand: on a hot stream many ask for almost the same, each time it has moved on.
 */
export async function eventsAfter<E extends Fact>(
  desk: { readonly connection: Connection; readonly tails: Tails },
  stream: string,
  after: bigint,
  upTo: bigint,
): Promise<readonly Stored<E>[]> {
  const kept = (desk.tails.get(stream) ?? []) as readonly Stored<E>[];
  const first = kept[0]?.revision;
  const covered = first !== undefined && first <= after + 1n;
  const known = covered ? kept : [];
  const from = known.at(-1)?.revision ?? after;
  const news: Stored<E>[] = [];
  if (from < upTo)
    for await (const event of eventsOf<E>(desk, stream, from + 1n, upTo - from)) news.push(event);
  const tail = news.length === 0 ? known : [...known, ...news];
  if (tail !== kept && tail.length <= mostOfOne) desk.tails.set(stream, tail);
  return tail.filter(({ revision }) => revision > after && revision <= upTo);
}
