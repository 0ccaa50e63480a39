import { type ExecutionResult, execute } from 'graphql';
import type { GatewayParts, RequestContext } from '../context.ts';
import { ForRights } from '../feed/forRights.ts';
import { Frames } from '../feed/frames.ts';
import { iterate } from '../feed/pull.ts';
import { plainResult } from '../operation/plainErrors.ts';
import { formOf, type SocketArgs } from './socketArgs.ts';

type Made = Frames | ExecutionResult;

/** What was executed for a value that several subscriptions are given, as long as there is the value. */
export class MadeOnce {
  readonly #made = new WeakMap<object, Map<string, Promise<Made>>>();

  /** @param shared told when it was made for another */
  get(value: object, key: string, make: () => Promise<Made>, shared: () => void): Promise<Made> {
    const forms = this.#made.get(value) ?? new Map<string, Promise<Made>>();
    this.#made.set(value, forms);
    const known = forms.get(key);
    if (known) {
      shared();
      return known;
    }
    const made = make();
    forms.set(key, made);
    return made;
  }
}

/** Whoever has these rights, so that nothing can depend on more than them. */
function withRightsOnly(context: RequestContext): RequestContext {
  const { viewer } = context;
  return { ...context, viewer: viewer && { ...viewer, account: '', name: '' } };
}

/**
 * Sends each value of a source straight to the socket, as one message for all who are given the
 * same value in the same form: everybody of the same rights, or one person where it depends on who
 * looks. What graphql-ws gets are the results with errors, and the end.
 */
export function pushEach(
  parts: GatewayParts,
  source: AsyncIterable<unknown>,
  args: SocketArgs,
  once: MadeOnce,
): AsyncGenerator<ExecutionResult> {
  const { connection, contextValue, id } = args;
  const shared = source instanceof ForRights;
  const context = shared ? withRightsOnly(contextValue) : contextValue;
  const audience = shared
    ? JSON.stringify(context.viewer)
    : `${connection.account} ${contextValue.language}`;
  const key = `${audience} ${formOf(args)}`;
  const values = source[Symbol.asyncIterator]();
  const make = async (rootValue: unknown): Promise<Made> => {
    parts.metrics.renderings.inc();
    const result = await execute({ ...args, contextValue: context, rootValue });
    return result.errors ? result : new Frames(JSON.stringify(result));
  };
  const counted = () => parts.metrics.shared.inc();
  const next = async (): Promise<ExecutionResult | undefined> => {
    for (;;) {
      await connection.drained();
      const { done, value } = await values.next();
      if (done) return undefined;
      const made = await once.get(value as object, key, () => make(value), counted);
      if (!(made instanceof Frames)) return plainResult(made, args, parts.logger);
      connection.push(made.of(id));
    }
  };
  return iterate(next, () => void values.return?.());
}
