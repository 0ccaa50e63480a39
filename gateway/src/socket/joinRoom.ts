import { execute } from 'graphql';
import type { GatewayParts } from '../context.ts';
import type { BoardBatch } from '../feed/boardBatch.ts';
import type { BoardSource } from '../feed/boardSource.ts';
import type { Outlet } from '../feed/member.ts';
import type { Render } from '../feed/missed.ts';
import { iterate } from '../feed/pull.ts';
import { Refusal } from '../operation/refusal.ts';
import { nobody } from './nobody.ts';
import { formOf, type SocketArgs } from './socketArgs.ts';

/** Executes a batch for nobody in particular, so that nothing in it depends on who looks. */
function renderer(parts: GatewayParts, args: SocketArgs): Render {
  const { schema, document, variableValues, operationName } = args;
  const contextValue = nobody(parts);
  return async (batch: BoardBatch) => {
    const { data, errors } = await execute({
      schema,
      document,
      rootValue: batch,
      contextValue,
      variableValues,
      operationName,
    });
    if (!errors) return JSON.stringify({ data });
    parts.logger.error({ err: errors[0] }, 'a board’s rows could not be given out');
    throw new Refusal('UNAVAILABLE');
  };
}

/**
 * Lets a board's subscription into its room. The messages go straight to the socket; what graphql-ws
 * gets has no values: it ends with the room, fails with it, and leaves it.
 */
export function joinRoom(
  parts: GatewayParts,
  source: BoardSource<unknown>,
  args: SocketArgs,
): AsyncGenerator<never> {
  const { connection, id } = args;
  let settle = { resolve: (): void => undefined, reject: (_: unknown): void => undefined };
  const ended = new Promise<undefined>((resolve, reject) => {
    settle = { resolve: () => resolve(undefined), reject };
  });
  // It may fail before anybody waits for it.
  ended.catch(() => undefined);
  const outlet: Outlet = {
    get full() {
      return connection.isFull;
    },
    drained: () => connection.drained(),
    send: (rendering) => connection.push(rendering.frames.of(id)),
    end: () => settle.resolve(),
    fail: (error) => settle.reject(error),
  };
  const render = renderer(parts, args);
  const leave = parts.feed.join({ source, form: formOf(args), render, outlet });
  return iterate<never>(
    () => ended,
    () => {
      leave();
      settle.resolve();
    },
  );
}
