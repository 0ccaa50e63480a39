import type { Area } from '@tocsin/domain';
import { builder } from './builder.ts';

export const AreaType = builder.objectRef<Area>('Area').implement({
  description: 'Named parts of the city, or a polygon; what lies in any of them is inside.',
  fields: (t) => ({
    districts: t.field({ type: ['ID'], resolve: ({ districts = [] }) => [...districts] }),
    subdistricts: t.field({ type: ['ID'], resolve: ({ subdistricts = [] }) => [...subdistricts] }),
    cells: t.field({ type: ['ID'], resolve: ({ cells = [] }) => [...cells] }),
    polygon: t.field({
      type: t.listRef(t.listRef(t.listRef('Float'))),
      nullable: true,
      description: 'Rings of longitude and latitude pairs, WGS-84.',
      resolve: ({ polygon }) => polygon?.map((ring) => ring.map((pair) => [...pair])) ?? null,
    }),
  }),
});

export const AreaInput = builder.inputType('AreaInput', {
  fields: (t) => ({
    districts: t.idList({ required: false }),
    subdistricts: t.idList({ required: false }),
    cells: t.idList({ required: false }),
    polygon: t.field({
      type: t.listRef(t.listRef(t.listRef('Float'))),
      required: false,
      description: 'Rings of longitude and latitude pairs, WGS-84.',
    }),
  }),
});
