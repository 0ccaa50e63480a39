import type { Fact } from '../fact.ts';
import type { Stored } from '../metadata.ts';
import type { Connection } from './connection.ts';

/** The events of a stream as its aggregate's own. */
export const eventsOf = <E extends Fact>(
  { connection }: { readonly connection: Connection },
  stream: string,
  from: bigint,
  most?: bigint,
): AsyncGenerator<Stored<E>> =>
  connection.read(stream, from, most) as AsyncGenerator<unknown> as AsyncGenerator<Stored<E>>;
