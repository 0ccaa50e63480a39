import type { Depot, SupplyItem } from '@tocsin/domain';
import { signedIn } from '../context.ts';
import { departmentSubject, depotActions, mayWith } from '../rules/index.ts';
import { builder } from './builder.ts';
import { CityType } from './city.ts';
import { LocalizedType } from './localized.ts';

const SupplyItemType = builder.objectRef<SupplyItem>('SupplyItem').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.expose('name', { type: LocalizedType }),
    unit: t.expose('unit', { type: LocalizedType, description: 'Unit of measure.' }),
    category: t.exposeString('category'),
    returnable: t.exposeBoolean('returnable', {
      description: 'It is given back after use, and is not consumed by it.',
    }),
  }),
});

interface LowStock {
  readonly item: string;
  readonly threshold: number;
}

const LowStockType = builder.objectRef<LowStock>('LowStock').implement({
  description: 'Below this much free of an item an alarm is raised.',
  fields: (t) => ({ item: t.exposeID('item'), threshold: t.exposeInt('threshold') }),
});

interface DepotOf extends Depot {
  readonly city: string;
}

const DepotType = builder.objectRef<DepotOf>('Depot').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.expose('name', { type: LocalizedType }),
    department: t.exposeID('department'),
    address: t.exposeString('address'),
    lon: t.exposeFloat('lon', { nullable: true }),
    lat: t.exposeFloat('lat', { nullable: true }),
    lowStock: t.field({
      type: [LowStockType],
      resolve: ({ lowStock }) =>
        Object.entries(lowStock).map(([item, threshold]) => ({ item, threshold })),
    }),
    may: t.field({
      type: ['String'],
      description: 'What the rules allow this viewer here.',
      resolve: ({ city, department }, _args, context) => [
        ...mayWith(signedIn(context), departmentSubject(city, department), depotActions),
      ],
    }),
  }),
});

builder.objectFields(CityType, (t) => ({
  items: t.field({ type: [SupplyItemType], resolve: ({ items }) => [...items.values()] }),
  depots: t.field({
    type: [DepotType],
    resolve: ({ id, depots }) => [...depots.values()].map((depot) => ({ ...depot, city: id })),
  }),
}));
