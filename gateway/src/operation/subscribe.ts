import { createSourceEventStream, type ExecutionArgs, type ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { plainResult } from './plainErrors.ts';

/** What a subscription is about to give, or why it gives nothing. */
export async function subscribe(
  args: ExecutionArgs,
  logger: Logger,
): Promise<ExecutionResult | AsyncIterable<unknown>> {
  const source = await createSourceEventStream(args);
  return Symbol.asyncIterator in source ? source : plainResult(source, args, logger);
}
