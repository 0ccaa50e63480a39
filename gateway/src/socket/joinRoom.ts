import {
  type DocumentNode,
  type ExecutionArgs,
  execute,
  type GraphQLSchema,
  getOperationAST,
  Kind,
} from 'graphql';
import type { GatewayParts, RequestContext } from '../context.ts';
import type { BoardBatch } from '../feed/boardBatch.ts';
import type { BoardSource } from '../feed/boardSource.ts';
import type { Outlet } from '../feed/member.ts';
import type { Render } from '../feed/missed.ts';
import { iterate } from '../feed/pull.ts';
import { Refusal } from '../operation/refusal.ts';
import type { Connection } from './connection.ts';

/** A subscription as its socket asked for it. */
export interface SocketArgs extends ExecutionArgs {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly connection: Connection;
  /** What the messages of the subscription carry. */
  readonly id: string;
}

/** The variable that the root field takes its cursor from. */
function cursorVariable({ document, operationName }: ExecutionArgs): string | undefined {
  const [field] = getOperationAST(document, operationName)?.selectionSet.selections ?? [];
  if (field?.kind !== Kind.FIELD) return undefined;
  const after = field.arguments?.find(({ name }) => name.value === 'after')?.value;
  return after?.kind === Kind.VARIABLE ? after.name.value : undefined;
}

/** Document, operation and variables without the cursor: what is sent is the same where these are. */
function formOf(args: ExecutionArgs): string {
  const cursor = cursorVariable(args);
  const variables = Object.entries(args.variableValues ?? {})
    .filter(([name]) => name !== cursor)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = args.document.loc?.source.body ?? '';
  return JSON.stringify([text, args.operationName ?? null, variables]);
}

/** Executes a batch for nobody in particular, so that nothing in it depends on who looks. */
function renderer(parts: GatewayParts, args: ExecutionArgs): Render {
  const { schema, document, variableValues, operationName } = args;
  const contextValue: RequestContext = {
    parts,
    get viewer(): never {
      throw new Error('What is sent to a room must not depend on who looks.');
    },
    language: 'en',
    transport: 'socket',
    address: '',
  };
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
    send: (rendering) => connection.push(rendering.frame(id)),
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
