import type { SignInAttempt } from '../session/sessions.ts';
import type { AccessLog } from './accessLog.ts';
import { cityOf, gatewayActor, viewerActor } from './trace.ts';

/**
 * Records a sign-in, or that it was refused; never what was typed. Resolves when it is on disk; for
 * a sign-in that was good it throws when it can't be.
 */
export function traceSignIn(
  access: AccessLog,
  { viewer, address, refused }: SignInAttempt,
): Promise<void> {
  const what = 'signIn';
  const facts = { what, address, ...(viewer ? cityOf(viewer) : {}) };
  if (viewer && !refused) return access.given(viewerActor(viewer), { kind: 'signedIn', ...facts });
  return access.refused(gatewayActor, {
    kind: 'signInRefused',
    ...facts,
    ...(viewer ? { account: viewer.account } : {}),
    code: refused ?? 'wrongCredentials',
  });
}
