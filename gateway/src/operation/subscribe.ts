import {
  createSourceEventStream,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
} from 'graphql';
import type { Logger } from 'pino';
import { BoardSource } from '../feed/boardSource.ts';
import { iterate } from '../feed/pull.ts';
import { plainResult } from './plainErrors.ts';

export type Subscribed = ExecutionResult | AsyncGenerator<ExecutionResult> | BoardSource<unknown>;

/**
 * What a subscription gives: errors, or the result of each event of its source. A board's source
 * is given on as it is, because its room executes for everybody at once.
 */
export async function subscribe(args: ExecutionArgs, logger: Logger): Promise<Subscribed> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return plainResult(source, args, logger);
  if (source instanceof BoardSource) return source;
  const events = source[Symbol.asyncIterator]();
  const next = async (): Promise<ExecutionResult | undefined> => {
    const { done, value } = await events.next();
    if (done) return undefined;
    return plainResult(await execute({ ...args, rootValue: value }), args, logger);
  };
  return iterate(next, () => void events.return?.());
}
