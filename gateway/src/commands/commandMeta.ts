import { type CommandMeta, type Rejection, type Revision, reject } from '@tocsin/domain';
import { type Action, actingRole, type Viewer } from '../rules/index.ts';
import { nameFault, uuidFault } from './ids.ts';

/** What every mutation's `command` argument says. */
export interface CommandInput {
  readonly id: string;
  readonly expectedRevision?: Revision | null;
  readonly occurredAt?: string | null;
  readonly console?: string | null;
}

/** Who sends the command and what is said about it, or what is wrong with that. */
export function commandMeta(
  viewer: Viewer,
  action: Action,
  input: CommandInput,
): CommandMeta | Rejection {
  const role = actingRole(viewer, action);
  if (role === undefined) return reject('forbidden', { action });
  const fault =
    uuidFault({ 'command.id': input.id }) ?? nameFault({ 'command.console': input.console });
  if (fault) return fault;
  const { account: id, name, department } = viewer;
  return {
    commandId: input.id,
    actor: {
      kind: 'person',
      id,
      name,
      role,
      ...(department === undefined ? {} : { department }),
      ...(input.console ? { console: input.console } : {}),
    },
    ...(input.occurredAt ? { occurredAt: input.occurredAt } : {}),
    ...(input.expectedRevision == null ? {} : { expectedRevision: input.expectedRevision }),
  };
}
