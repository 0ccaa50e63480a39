import type { AccessKind } from '@tocsin/domain';
import { type AccessRow, accessRows } from '@tocsin/projections/queries';
import { trace } from '../access/trace.ts';
import { nameFault } from '../commands/ids.ts';
import { refusal } from '../operation/refusal.ts';
import { citySubject } from '../rules/index.ts';
import { ActorType } from './actor.ts';
import { awaitPosition, checkedLimit, demand, demandIds } from './board.ts';
import { boardType } from './boardTypes.ts';
import { builder } from './builder.ts';
import { enumOf } from './enums.ts';

const AccessKindEnum = enumOf<AccessKind>('AccessKind')(
  'signedIn',
  'signInRefused',
  'personalDataRead',
  'recordRead',
  'recordExported',
  'attemptRefused',
);

export const AccessRowType = builder.objectRef<AccessRow>('AccessEntry').implement({
  description: 'Who did what about the record, besides adding to it.',
  fields: (t) => ({
    position: t.expose('position', { type: 'Position' }),
    recordedAt: t.expose('recordedAt', { type: 'DateTime' }),
    kind: t.expose('kind', { type: AccessKindEnum }),
    by: t.field({
      type: ActorType,
      nullable: true,
      description: 'Null where nobody was signed in.',
      resolve: ({ by }) => by && { kind: 'person' as const, ...by },
    }),
    count: t.exposeInt('count', {
      nullable: true,
      description: 'So many more of the same, between two times; the first has its own entry.',
    }),
    from: t.expose('from', { type: 'DateTime', nullable: true }),
    until: t.expose('until', { type: 'DateTime', nullable: true }),
    what: t.exposeString('what', { description: 'The query, command or tool.' }),
    code: t.exposeString('code', { nullable: true, description: 'Why it was refused.' }),
    address: t.exposeString('address', { nullable: true }),
    detail: t.exposeString('detail', { nullable: true }),
    reason: t.exposeString('reason', { nullable: true }),
    city: t.exposeID('city', { nullable: true }),
    incident: t.exposeID('incident', { nullable: true }),
    task: t.exposeID('task', { nullable: true }),
    department: t.exposeID('department', { nullable: true }),
    account: t.exposeID('account', {
      nullable: true,
      description: 'The account that it was tried with.',
    }),
  }),
});

const AccessLog = boardType('Access', AccessRowType);

const AccessFilterInput = builder.inputType('AccessFilter', {
  fields: (t) => ({
    account: t.id({ required: false }),
    incident: t.id({ required: false }),
    kinds: t.field({ type: [AccessKindEnum], required: false }),
    from: t.field({ type: 'DateTime', required: false }),
    until: t.field({ type: 'DateTime', required: false }),
  }),
});

/** What was searched for, in a few words. */
const detailOf = (filter: typeof AccessFilterInput.$inferInput): string =>
  Object.entries(filter)
    .filter(([, value]) => value != null)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')
    .slice(0, 200);

builder.queryField('accessLog', (t) =>
  t.field({
    type: AccessLog,
    description:
      'Newest first: the entries of a city and those of none, such as refused sign-ins. Reading it is an entry as well.',
    args: {
      city: t.arg.id(),
      filter: t.arg({ type: AccessFilterInput, required: false }),
      before: t.arg({ type: 'Position', required: false }),
      limit: t.arg.int({ required: false, defaultValue: 100 }),
      waitFor: t.arg({ type: 'Position', required: false }),
    },
    resolve: async (_root, { city, filter, before, limit, waitFor }, context) => {
      demand(context, 'readAccessLog', citySubject(city));
      const { account, incident, kinds, from, until } = filter ?? {};
      demandIds({ 'filter.incident': incident });
      const fault = nameFault({ 'filter.account': account });
      if (fault) throw refusal(fault);
      const most = checkedLimit(limit, 100);
      const detail = detailOf(filter ?? {});
      const of = incident == null ? {} : { incident };
      const said = detail === '' ? {} : { detail };
      await trace(context, { kind: 'recordRead', what: 'accessLog', city, ...of, ...said });
      await awaitPosition(context, waitFor);
      return accessRows(context.parts.pool, {
        city,
        account: account ?? undefined,
        incident: incident ?? undefined,
        kinds: kinds ?? undefined,
        from: from ?? undefined,
        until: until ?? undefined,
        before: before ?? undefined,
        limit: most,
      });
    },
  }),
);
