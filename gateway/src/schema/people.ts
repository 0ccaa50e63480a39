import { type PersonEntry, people } from '@tocsin/projections/queries';
import { citySubject } from '../rules/index.ts';
import { demand } from './board.ts';
import { builder } from './builder.ts';
import { RoleEnum } from './enums.ts';

const PersonEntryType = builder.objectRef<PersonEntry>('PersonEntry').implement({
  fields: (t) => ({
    account: t.exposeID('account'),
    name: t.exposeString('name'),
    roles: t.field({ type: [RoleEnum], resolve: ({ roles }) => [...roles] }),
    department: t.exposeID('department', { nullable: true }),
  }),
});

builder.queryField('people', (t) =>
  t.field({
    type: [PersonEntryType],
    description: 'Who works in the city, by name: for roles and owners of corrective actions.',
    args: { city: t.arg.id() },
    resolve: async (_root, { city }, context) => {
      demand(context, 'readPeople', citySubject(city));
      return [...(await people(context.parts.pool, city))];
    },
  }),
);
