import {
  type DocumentNode,
  type ExecutionArgs,
  type GraphQLSchema,
  getOperationAST,
  Kind,
} from 'graphql';
import type { RequestContext } from '../context.ts';
import type { Connection } from './connection.ts';

/** A subscription as its socket asked for it. */
export interface SocketArgs extends ExecutionArgs {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly contextValue: RequestContext;
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
export function formOf(args: ExecutionArgs): string {
  const cursor = cursorVariable(args);
  const variables = Object.entries(args.variableValues ?? {})
    .filter(([name]) => name !== cursor)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const text = args.document.loc?.source.body ?? '';
  return JSON.stringify([text, args.operationName ?? null, variables]);
}
