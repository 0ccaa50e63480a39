import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { type Actor, accessLogId, type CommandMeta } from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';

export interface Exporting {
  /** `tocsin export`, `tocsin archive`. */
  readonly what: string;
  readonly incident?: string;
  readonly city?: string;
  readonly detail?: string;
  readonly reason?: string;
}

/**
 * Whoever has a shell on this machine: known by the account there. A name that was given beside it
 * is what was said, not who signed in.
 */
export function shellActor(by: string | undefined): Actor {
  const { username } = userInfo();
  const name = by === undefined ? username : `${by} (${username})`;
  return { kind: 'person', id: `os:${username}`, name, console: 'command line' };
}

export const shellMeta = (by: string | undefined): CommandMeta => ({
  commandId: randomUUID(),
  actor: shellActor(by),
});

/** Puts it into the access log that something is exported, before it is. */
export async function traceExport(
  store: Store,
  by: string | undefined,
  exporting: Exporting,
): Promise<void> {
  const id = accessLogId(new Date().toISOString(), 'tools');
  const outcome = await store.access(
    id,
    { type: 'RecordAccess', data: { kind: 'recordExported', ...exporting } },
    shellMeta(by),
  );
  if (outcome.kind !== 'accepted')
    throw new Error('the access log took no entry of the export', { cause: outcome });
}
