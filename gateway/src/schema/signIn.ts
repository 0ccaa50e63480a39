import { isRejection } from '@tocsin/domain';
import { type Rejected, rejected } from '../commands/answer.ts';
import type { Viewer } from '../rules/index.ts';
import { builder } from './builder.ts';
import { RejectedType } from './commandResult.ts';
import { ViewerType } from './viewer.ts';

interface SignedIn {
  readonly kind: 'Session';
  readonly token: string;
  readonly expiresAt: Date;
  readonly viewer: Viewer;
}

const SessionType = builder.objectRef<SignedIn>('Session').implement({
  fields: (t) => ({
    token: t.exposeString('token'),
    expiresAt: t.field({ type: 'DateTime', resolve: ({ expiresAt }) => expiresAt.toISOString() }),
    viewer: t.expose('viewer', { type: ViewerType }),
  }),
});

const SignInResult = builder.unionType('SignInResult', {
  types: [SessionType, RejectedType],
  resolveType: (result: SignedIn | Rejected) => result.kind,
});

builder.mutationField('signIn', (t) =>
  t.field({
    type: SignInResult,
    args: { account: t.arg.string(), password: t.arg.string() },
    resolve: async (_root, { account, password }, { parts, language, address }) => {
      const result = await parts.sessions.signIn(account, password, address);
      const outcome = isRejection(result) ? result.rejected : 'accepted';
      parts.metrics.signIns.inc({ outcome });
      return isRejection(result)
        ? rejected(result, language)
        : { kind: 'Session' as const, ...result };
    },
  }),
);
