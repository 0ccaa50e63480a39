import type { GraphQLError, OperationDefinitionNode } from 'graphql';
import { type ExecutionArgs, getOperationAST, Kind } from 'graphql';
import type { RequestContext } from '../context.ts';
import type { Facts } from '../messages/index.ts';
import { traceRefusal } from './trace.ts';

/** What the rule refuses, and what a viewer is needed for. */
const refusals = ['forbidden', 'unauthenticated'];

const firstField = (operation: OperationDefinitionNode | null | undefined): string => {
  const [first] = operation?.selectionSet.selections ?? [];
  return first?.kind === Kind.FIELD ? first.name.value : 'query';
};

/** The field's name in the schema, whatever alias it was asked for under. */
function fieldOf(error: GraphQLError, args: ExecutionArgs): string {
  const node = error.nodes?.find(({ kind }) => kind === Kind.FIELD);
  if (node?.kind === Kind.FIELD) return node.name.value;
  return firstField(getOperationAST(args.document, args.operationName));
}

/**
 * Records the refusals among an operation's errors, each field once. Whoever answers over HTTP waits
 * for it: `RequestContext.traces`.
 */
export function traceErrors(errors: readonly GraphQLError[], args: ExecutionArgs): void {
  const context = args.contextValue as RequestContext;
  const told = new Set<string>();
  for (const error of errors) {
    const code = String(error.extensions.code);
    const what = fieldOf(error, args);
    if (!refusals.includes(code) || told.has(what)) continue;
    told.add(what);
    const facts = (error.extensions.facts ?? {}) as Facts;
    const traced = traceRefusal(context, { what, code, facts });
    context.traces?.push(traced);
  }
}
