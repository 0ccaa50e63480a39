import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import type { Actor, CommandMeta } from '@tocsin/domain';
import type { Outcome } from '@tocsin/domain/store';

export const account = 'bench';
export const password = 'a-password-of-the-bench';

/** As the gateway writes down a person who acts. */
export const dispatcher: Actor = {
  kind: 'person',
  id: account,
  name: 'Bench Dispatcher',
  role: 'dispatcher',
  console: 'console-1',
};

export const system: Actor = { kind: 'system', id: 'bench', name: 'Bench' };

export const commandMeta = (actor: Actor = dispatcher): CommandMeta => ({
  commandId: randomUUID(),
  actor,
});

/** How many events it recorded. Throws unless the command was carried out for the first time. */
export function assertAccepted(outcome: Outcome): number {
  if (outcome.kind === 'accepted' && !outcome.repeated) return outcome.events;
  throw new Error(`a command was not accepted: ${inspect(outcome, { depth: 5 })}`);
}
