import { derivedId } from '../derivedId.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import type { Policy, Reaction } from './policy.ts';

/** What the record says is erased is destroyed, also when whoever recorded it crashed in between. */
function react(event: LogEvent): readonly Reaction[] {
  if (event.type !== 'PersonalDataErased') return [];
  const id = event.stream.slice('incident-'.length);
  const command = { type: 'DestroyPersonalKeys', data: {} } as const;
  const target = { stream: 'incident', id, command } as const;
  return [{ kind: 'command', target, commandId: derivedId('erasure', event.id) }];
}

export const erasure: Policy = { name: 'erasure', react };
