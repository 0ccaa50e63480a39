import type { Localized, Role } from '@tocsin/domain';
import type { CitySummary } from '@tocsin/projections/queries';
import { cities, demoAccounts } from '@tocsin/projections/queries';
import type { GatewayParts } from '../context.ts';
import { citySubject, may, mayAnywhere, type Viewer } from '../rules/index.ts';
import { builder } from './builder.ts';
import { CitySummaryType } from './city.ts';
import { RoleEnum } from './enums.ts';
import { LocalizedType } from './localized.ts';

/** The demo accounts' password is no secret: it stands on the sign-in page. */
const demoPassword = 'tocsin-demo';

export const ViewerType = builder.objectRef<Viewer>('Viewer').implement({
  fields: (t) => ({
    account: t.exposeID('account'),
    name: t.exposeString('name'),
    roles: t.field({ type: [RoleEnum], resolve: ({ roles }) => [...roles] }),
    department: t.exposeID('department', { nullable: true }),
    cities: t.field({
      type: [CitySummaryType],
      resolve: async (viewer, _args, { parts }): Promise<CitySummary[]> => {
        const all = await cities(parts.pool);
        return all.filter(({ id }) => may(viewer, 'readCity', citySubject(id)));
      },
    }),
    may: t.field({
      type: ['String'],
      description: 'The actions that the rule table allows this viewer somewhere.',
      resolve: (viewer) => [...mayAnywhere(viewer)],
    }),
  }),
});

interface DemoAccount {
  readonly account: string;
  readonly name: string;
  readonly role: Role;
  readonly department: Localized | undefined;
}

/** The made-up people, offered only while a made-up city is in the log. */
async function offered({ pool, store, demo }: GatewayParts): Promise<DemoAccount[]> {
  const city = demo ? (await cities(pool)).find((one) => one.demo) : undefined;
  if (!city) return [];
  const profile = await store.readCity(city.id);
  const people = await demoAccounts(pool);
  return people.flatMap(({ account, name, roles: [role], department }) =>
    role
      ? [{ account, name, role, department: profile?.departments.get(department ?? '')?.name }]
      : [],
  );
}

const DemoAccountType = builder.objectRef<DemoAccount>('DemoAccount').implement({
  fields: (t) => ({
    account: t.exposeID('account'),
    name: t.exposeString('name'),
    role: t.expose('role', { type: RoleEnum }),
    department: t.expose('department', { type: LocalizedType, nullable: true }),
    password: t.string({ resolve: () => demoPassword }),
  }),
});

const SignInOptions = builder
  .objectRef<{ demoAccounts: DemoAccount[] }>('SignInOptions')
  .implement({
    fields: (t) => ({ demoAccounts: t.expose('demoAccounts', { type: [DemoAccountType] }) }),
  });

builder.queryFields((t) => ({
  viewer: t.field({
    type: ViewerType,
    nullable: true,
    description: 'Who is signed in; null when nobody is.',
    resolve: (_root, _args, { viewer }) => viewer ?? null,
  }),
  signInOptions: t.field({
    type: SignInOptions,
    resolve: async (_root, _args, { parts }) => ({
      demoAccounts: await offered(parts),
    }),
  }),
}));
