import type { AccessEntry, AccessFacts, Actor } from '@tocsin/domain';
import type { RequestContext } from '../context.ts';
import type { Facts } from '../messages/index.ts';
import { type Action, actingRole, everyCity, type Viewer } from '../rules/index.ts';

/** Somebody at the gateway who is not signed in. */
export const gatewayActor: Actor = { kind: 'system', id: 'system:gateway', name: 'Gateway' };

export function viewerActor(viewer: Viewer, console?: string): Actor {
  const { account: id, name, roles, department } = viewer;
  const [role] = roles;
  return {
    kind: 'person',
    id,
    name,
    ...(role ? { role } : {}),
    ...(department === undefined ? {} : { department }),
    ...(console ? { console } : {}),
  };
}

/** The one city that somebody works in, if it is one. */
export const cityOf = ({ cities }: Pick<Viewer, 'cities'>): { city?: string } => {
  const [only, ...others] = cities;
  return only !== undefined && only !== everyCity && others.length === 0 ? { city: only } : {};
};

/** A read whose trace has to be on disk before it is answered. */
export type GivenEntry = Omit<AccessFacts, 'address' | 'account' | 'code'> & {
  readonly kind: 'personalDataRead' | 'recordRead' | 'recordExported';
};

/**
 * To be awaited before anything is given out: resolves when it is on disk that the viewer reads it.
 * Throws the refusals `unauthenticated` and `tooManyReads`, or the store's error.
 */
export async function trace(context: RequestContext, entry: GivenEntry): Promise<void> {
  const { parts, viewer, console, address } = context;
  if (!viewer) return;
  await parts.access.given(viewerActor(viewer, console), { ...entry, address });
}

/**
 * A further console has a task on its screen, or a person before their eyes, of which the record
 * has the first alone. Nothing waits for it: what is lost is only that it was so again.
 */
export async function traceReceipt(
  context: Pick<RequestContext, 'parts' | 'viewer' | 'console' | 'address'>,
  what: string,
  about: Readonly<Record<'city' | 'incident' | 'task', string | undefined>>,
): Promise<void> {
  const { parts, viewer, console, address } = context;
  if (!viewer) return;
  const said = Object.fromEntries(Object.entries(about).filter(([, value]) => value));
  const { department } = viewer;
  const of = department === undefined ? {} : { department };
  const entry: AccessEntry = { kind: 'recordRead', what, address, ...of, ...said };
  await parts.access.given(viewerActor(viewer, console), entry).catch((error: unknown) => {
    parts.logger.warn({ err: error, what }, 'a receipt was not recorded');
  });
}

/** Whether somebody reads this as an auditor, and not because of work that is in the record itself. */
export const readsAsAuditor = ({ viewer }: RequestContext, action: Action): boolean =>
  viewer !== undefined && actingRole(viewer, action) === 'auditor';

const name = /^[\p{L}\p{N}*_.-]{1,64}$/u;
/** A name or an id as a client gave it; whatever else it may have typed there stays out of the log. */
const named = (value: unknown): string | undefined =>
  typeof value === 'string' && name.test(value) ? value : undefined;

export interface Refused {
  readonly what: string;
  readonly code: string;
  readonly facts?: Facts;
  readonly incident?: string | undefined;
}

/** Records that somebody was refused something; never throws. */
export async function traceRefusal(
  context: Pick<RequestContext, 'parts' | 'viewer' | 'console' | 'address'>,
  { what, code, facts = {}, incident }: Refused,
): Promise<void> {
  const { parts, viewer, console, address } = context;
  const known = {
    city: named(facts.city),
    department: named(facts.department),
    incident: named(incident ?? facts.incident),
  };
  const said = Object.fromEntries(Object.entries(known).filter(([, value]) => value));
  const entry: AccessEntry = { kind: 'attemptRefused', what, code, address, ...said };
  await parts.access.refused(viewer ? viewerActor(viewer, console) : gatewayActor, entry);
}
