import {
  type CommittedLot,
  type DepotRequest,
  type Lot,
  outOf,
  type StockCommitment,
} from '@tocsin/domain';
import type { DepotRow, ItemStock } from '@tocsin/projections/queries';
import type { RequestContext } from '../context.ts';
import { builder } from './builder.ts';
import { enumOf } from './enums.ts';
import { streamBoardFields } from './streamBoard.ts';

const LotNoticeEnum = enumOf<NonNullable<Lot['notice']>>('LotNotice')('expiring', 'expired');

const StockLotType = builder.objectRef<Lot>('StockLot').implement({
  fields: (t) => ({
    lot: t.exposeID('lot'),
    quantity: t.exposeInt('quantity', { description: 'On hand.' }),
    committed: t.exposeInt('committed', { description: 'Of what is on hand, what is reserved.' }),
    expires: t.exposeString('expires', {
      nullable: true,
      description: 'The last day on which it may be used, YYYY-MM-DD.',
    }),
    notice: t.expose('notice', { type: LotNoticeEnum, nullable: true }),
  }),
});

const ItemStockType = builder.objectRef<ItemStock>('ItemStock').implement({
  fields: (t) => ({
    item: t.exposeID('item'),
    onHand: t.exposeInt('onHand'),
    committed: t.exposeInt('committed'),
    free: t.exposeInt('free', { description: 'Neither reserved nor expired.' }),
    out: t.exposeInt('out', { description: 'Issued, and neither returned nor consumed.' }),
    low: t.exposeBoolean('low', { description: 'Less is free than the profile wants.' }),
    lots: t.field({ type: [StockLotType], resolve: ({ lots }) => [...lots] }),
  }),
});

const CommittedLotType = builder.objectRef<CommittedLot>('CommittedLot').implement({
  fields: (t) => ({
    lot: t.exposeID('lot'),
    committed: t.exposeInt('committed', { description: 'Still reserved.' }),
    issued: t.exposeInt('issued', { description: 'All that ever went out.' }),
    returned: t.exposeInt('returned'),
    consumed: t.exposeInt('consumed'),
    out: t.int({ resolve: outOf }),
  }),
});

/** What people call an incident; a depot's keeper may know no more of it. */
const numberOf = async (incident: string, { parts }: RequestContext): Promise<number | null> =>
  (await parts.numbers.of(incident)) ?? null;

const StockCommitmentType = builder.objectRef<StockCommitment>('StockCommitment').implement({
  fields: (t) => ({
    commitment: t.exposeID('commitment'),
    incident: t.exposeID('incident'),
    incidentNumber: t.int({
      nullable: true,
      resolve: ({ incident }, _args, context) => numberOf(incident, context),
    }),
    request: t.exposeID('request'),
    item: t.exposeID('item'),
    exercise: t.boolean({ resolve: ({ exercise }) => exercise ?? false }),
    lots: t.field({ type: [CommittedLotType], resolve: ({ lots }) => [...lots] }),
  }),
});

/** A request, and what this depot gives to it. */
interface AskedOf extends DepotRequest {
  readonly given: number;
}

const DepotRequestType = builder.objectRef<AskedOf>('DepotRequest').implement({
  fields: (t) => ({
    request: t.exposeID('request'),
    incident: t.exposeID('incident'),
    incidentNumber: t.int({
      nullable: true,
      resolve: ({ incident }, _args, context) => numberOf(incident, context),
    }),
    item: t.exposeID('item'),
    quantity: t.exposeInt('quantity'),
    given: t.exposeInt('given', { description: 'Reserved or issued by this depot.' }),
    elsewhere: t.exposeInt('elsewhere', { description: 'Reserved or issued by others.' }),
    left: t.int({
      description: 'Still asked for.',
      resolve: ({ quantity, given, elsewhere }) => Math.max(0, quantity - given - elsewhere),
    }),
    note: t.exposeString('note'),
    requestedBy: t.exposeString('requestedBy'),
    at: t.expose('at', { type: 'DateTime' }),
    exercise: t.boolean({ resolve: ({ exercise }) => exercise ?? false }),
  }),
});

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

const requestsOf = ({ requests, commitments }: DepotRow): AskedOf[] =>
  requests.map((request) => {
    const lots = commitments
      .filter((one) => one.request === request.request)
      .flatMap((one) => one.lots);
    return { ...request, given: sum(lots.map(({ committed, issued }) => committed + issued)) };
  });

const isOpen = ({ lots }: StockCommitment): boolean =>
  lots.some((lot) => lot.committed > 0 || outOf(lot) > 0);

const DepotRowType = builder.objectRef<DepotRow>('DepotRow').implement({
  description: 'What a depot holds, what it has reserved or given out, and what it is asked for.',
  fields: (t) => ({
    id: t.exposeID('id'),
    city: t.exposeID('city'),
    depot: t.exposeID('depot', { description: 'As the city’s profile names it.' }),
    department: t.exposeID('department', { nullable: true }),
    stock: t.field({ type: [ItemStockType], resolve: ({ stock }) => [...stock] }),
    commitments: t.field({
      type: [StockCommitmentType],
      description: 'Those of which something is still reserved or out.',
      resolve: ({ commitments }) => commitments.filter(isOpen),
    }),
    requests: t.field({ type: [DepotRequestType], resolve: requestsOf }),
    revision: t.expose('revision', { type: 'Revision' }),
    position: t.expose('position', { type: 'Position' }),
  }),
});

streamBoardFields({ board: 'depot', name: 'Depot', query: 'depots', row: DepotRowType });
