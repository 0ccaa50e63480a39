import type { Depot, SupplyItem } from '@tocsin/domain';
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

const DepotType = builder.objectRef<Depot>('Depot').implement({
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
  }),
});

builder.objectFields(CityType, (t) => ({
  items: t.field({ type: [SupplyItemType], resolve: ({ items }) => [...items.values()] }),
  depots: t.field({ type: [DepotType], resolve: ({ depots }) => [...depots.values()] }),
}));
