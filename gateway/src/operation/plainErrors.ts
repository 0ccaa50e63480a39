import { randomUUID } from 'node:crypto';
import { StoreError } from '@tocsin/domain/store';
import { type ExecutionArgs, type ExecutionResult, GraphQLError, getOperationAST } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { traceErrors } from '../access/traceErrors.ts';
import type { RequestContext } from '../context.ts';
import { type Language, message } from '../messages/index.ts';
import { explainVariables } from './explainVariables.ts';
import { Refusal } from './refusal.ts';

/** Node's codes of a database or a log that doesn't answer. */
const unreachable = ['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EPIPE', 'ETIMEDOUT'];

function refusalOf(error: Error, logger: Logger): Refusal {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (cause instanceof Refusal) return cause;
  if (cause instanceof GraphQLError) return new Refusal('BAD_INPUT', { detail: cause.message });
  const id = randomUUID();
  logger.error({ err: cause, correlation: id }, 'an operation failed');
  const code = 'code' in cause ? String(cause.code) : '';
  if (cause instanceof StoreError || unreachable.includes(code)) return new Refusal('UNAVAILABLE');
  return new Refusal('INTERNAL', { id });
}

/** The error as its reader sees it: in the reader's language, with its code, without internals. */
export function plainError(error: Error, language: Language, logger: Logger): GraphQLError {
  const { code, facts, field } = refusalOf(error, logger).refusal;
  const located = error instanceof GraphQLError ? error : undefined;
  return new GraphQLError(message(language, code, facts, field), {
    nodes: located?.nodes,
    path: located?.path,
    extensions: { code, facts, ...(field === undefined ? {} : { field }) },
  });
}

/** Wrong variables are explained field by field; other errors one by one. */
export function plainResult(
  result: ExecutionResult,
  args: ExecutionArgs,
  logger: Logger,
): ExecutionResult {
  if (!result.errors || result.errors.length === 0) return result;
  const { language } = args.contextValue as RequestContext;
  const operation = 'data' in result ? null : getOperationAST(args.document, args.operationName);
  const variables = operation
    ? explainVariables(args.schema, operation, args.variableValues ?? {})
    : [];
  const errors = variables.length > 0 ? variables : result.errors;
  const plain = errors.map((error) => plainError(error, language, logger));
  traceErrors(plain, args);
  return { ...result, errors: plain };
}

const isResult = (result: object): result is ExecutionResult => !(Symbol.asyncIterator in result);

/** Every way out of an operation ends in an error a person can read; the rest stays in the log. */
export function plainErrors(logger: Logger): Plugin<RequestContext> {
  return {
    onParse:
      ({ context }) =>
      ({ result, replaceParseResult }) => {
        if (result instanceof Error)
          replaceParseResult(plainError(result, context.language, logger));
      },
    onValidate:
      ({ context }) =>
      ({ valid, result, setResult }) => {
        if (valid) return;
        setResult(result.map((error) => plainError(error, context.language, logger)));
      },
    onExecute: ({ args }) => ({
      onExecuteDone({ result, setResult }) {
        if (isResult(result) && result.errors) setResult(plainResult(result, args, logger));
      },
    }),
    onSubscribe: ({ args }) => ({
      onSubscribeResult({ result, setResult }) {
        if (isResult(result)) setResult(plainResult(result, args, logger));
      },
    }),
  };
}
