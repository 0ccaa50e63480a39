import type { Definition } from '../definition.ts';

const dispatch = ['dispatch'] as const;
const atSupplies = ['supplies'] as const;

/** What the depots do, and what is asked of them. */
export const supplies = {
  supplies: {
    name: 'supplies.requestSupplies',
    verb: { en: 'supplies', zh: '物资' },
    places: dispatch,
    may: 'requestSupplies',
  },
  cancelSupplies: {
    name: 'doing.cancelSupplies',
    verb: { en: 'forgo', zh: '退订' },
    places: dispatch,
    may: 'cancelSupplyRequest',
  },
  replenish: {
    name: 'doing.replenish',
    verb: { en: 'replenish', zh: '入库' },
    places: atSupplies,
    may: 'replenishStock',
  },
  count: {
    name: 'doing.count',
    verb: { en: 'count', zh: '盘点' },
    places: atSupplies,
    may: 'countStock',
  },
  writeOff: {
    name: 'doing.writeOff',
    verb: { en: 'writeoff', zh: '报废' },
    places: atSupplies,
    may: 'writeOffStock',
  },
  reserve: {
    name: 'doing.reserve',
    verb: { en: 'reserve', zh: '预留' },
    places: atSupplies,
    may: 'commitStock',
  },
  declineSupplies: {
    name: 'doing.declineSupplies',
    verb: { en: 'decline', zh: '谢绝' },
    places: atSupplies,
    may: 'declineSupplyRequest',
  },
  issue: {
    name: 'doing.issue',
    verb: { en: 'issue', zh: '出库' },
    places: atSupplies,
    may: 'issueStock',
  },
  restock: {
    name: 'doing.restock',
    verb: { en: 'restock', zh: '归还' },
    places: atSupplies,
    may: 'returnStock',
  },
  consume: {
    name: 'doing.consume',
    verb: { en: 'consume', zh: '消耗' },
    places: atSupplies,
    may: 'consumeStock',
  },
  unreserve: {
    name: 'doing.unreserve',
    verb: { en: 'unreserve', zh: '释放' },
    places: atSupplies,
    may: 'releaseCommitment',
  },
} as const satisfies Readonly<Record<string, Definition>>;
