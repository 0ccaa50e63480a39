import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  getOperationAST,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { createYoga, type GraphQLParams, type Plugin, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { RequestContext } from '../context.ts';
import { schema } from '../schema/index.ts';
import { cachedDocuments } from './cachedDocuments.ts';
import { plainErrors } from './plainErrors.ts';
import { Refusal } from './refusal.ts';

/** The largest request that is taken, in bytes, over HTTP and over a socket. */
export const largestRequest = 64 * 1024;

export type Yoga = YogaServerInstance<RequestContext, object>;

export interface PipelineOptions {
  readonly graphiql: boolean;
  readonly logger: Logger;
}

/** GraphQL's own executor, which does less for an operation than Yoga's. */
const engine: Plugin = {
  onExecute({ setExecuteFn }) {
    setExecuteFn(execute);
  },
};

/** A subscription over HTTP would escape the limits of sockets, which have a way of their own. */
const socketOnly: Plugin<RequestContext> = {
  onSubscribe({ setResultAndStopExecution }) {
    setResultAndStopExecution({ errors: [new Refusal('SOCKET_ONLY')] });
  },
};

/**
 * Yoga with our schema and plugins. GraphiQL and requests of unusual form go through its HTTP
 * layer; plain JSON requests and sockets use the same pipeline without it.
 */
export function openPipeline({ graphiql, logger }: PipelineOptions): Yoga {
  return createYoga<RequestContext, object>({
    schema,
    plugins: [engine, cachedDocuments(), plainErrors(logger), socketOnly],
    graphqlEndpoint: '/graphql',
    graphiql: graphiql && { title: 'Tocsin', subscriptionsProtocol: 'WS' },
    renderGraphiQL: async (options) => {
      const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
      return renderGraphiQL(options);
    },
    landingPage: false,
    cors: false,
    multipart: false,
    batching: false,
    logging: false,
    maskedErrors: false,
    parserAndValidationCache: false,
    maxRequestBodySize: largestRequest,
  });
}

export interface Ran {
  readonly result: ExecutionResult;
  /** The operation's kind and first field, of which there is a bounded number. */
  readonly operation: string;
}

/** `mutation acceptTask`; only of an operation that is valid. */
function operationName(operation: OperationDefinitionNode | null | undefined): string {
  const [first] = operation?.selectionSet.selections ?? [];
  const field = first?.kind === Kind.FIELD ? first.name.value : 'fragment';
  return `${operation?.operation ?? 'none'} ${field}`;
}

/** Parses, validates and executes a query or a mutation, without Yoga's HTTP layer. */
export async function run(
  yoga: Yoga,
  { query, variables, operationName: chosen }: GraphQLParams,
  context: RequestContext,
): Promise<Ran> {
  const enveloped = yoga.getEnveloped(context as Parameters<Yoga['getEnveloped']>[0]);
  let document: DocumentNode;
  try {
    document = enveloped.parse(query ?? '');
  } catch (error) {
    return { result: { errors: [error as GraphQLError] }, operation: 'invalid' };
  }
  const errors = enveloped.validate(enveloped.schema, document);
  if (errors.length > 0) return { result: { errors }, operation: 'invalid' };
  const operation = getOperationAST(document, chosen);
  const carryOut =
    operation?.operation === 'subscription' ? enveloped.subscribe : enveloped.execute;
  const result = await carryOut({
    schema: enveloped.schema,
    document,
    contextValue: await enveloped.contextFactory(),
    variableValues: variables,
    operationName: chosen,
  });
  return { result, operation: operationName(operation) };
}
