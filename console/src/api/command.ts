import { CombinedError, type TypedDocumentNode } from '@urql/core';
import type { VariablesOf } from 'gql.tada';
import type { DefinitionNode } from 'graphql';
import { consoleId, endSession } from '../store/session.ts';
import { tell } from './client.ts';
import type { acceptTask } from './documents/taskCommands.ts';
import type { CommandResult, Conflict } from './types.ts';

type CommandInput = VariablesOf<typeof acceptTask>['command'];

export interface CommandVariables {
  readonly command: CommandInput;
}
export type CommandDocument<V extends CommandVariables> = TypedDocumentNode<
  { readonly result: CommandResult },
  V
>;
/** What a command says, without its id, its console and the revision it saw. */
export type Said<V extends CommandVariables> = Omit<V, 'command'>;

/** The name of a command's operation. */
export const nameOf = ({
  definitions,
}: {
  readonly definitions: readonly DefinitionNode[];
}): string =>
  definitions.map((one) => ('name' in one ? (one.name?.value ?? '') : '')).find(Boolean) ??
  'command';

/** A command as it was meant, with the id it keeps however often it is sent. */
export interface Prepared {
  readonly send: () => Promise<CommandResult>;
  /** The same said anew, as another command, by one who has seen this revision. */
  readonly seeing: (revision: string) => Prepared;
}

/** A command with an id of its own, or with the one that it had when it was given. */
export function prepare<V extends CommandVariables>(
  document: CommandDocument<V>,
  said: Said<V>,
  expectedRevision?: string,
  id: string = crypto.randomUUID(),
): Prepared {
  const command: CommandInput = {
    id,
    console: consoleId,
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
  };
  // Omit and spread don't cancel out for the compiler; V is what they make together.
  const variables = { ...said, command } as unknown as V;
  return {
    send: async () => {
      const { result } = await tell(document, variables);
      if (result.__typename === 'Rejected' && result.code === 'unauthenticated') {
        endSession('expired');
      }
      return result;
    },
    seeing: (revision) => prepare(document, said, revision),
  };
}

/** The answer was lost on the way, so the same command can be sent again without harm. */
export const isLost = (error: unknown): boolean =>
  error instanceof CombinedError && error.networkError !== undefined;

/** The conflict is with nobody but this console: what it did itself it has seen. */
export const isWithOneself = ({ meanwhile }: Conflict): boolean =>
  meanwhile.length > 0 && meanwhile.every((entry) => entry.actor.console === consoleId);
