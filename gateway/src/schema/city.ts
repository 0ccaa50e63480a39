import type { Cell, City, Department, District, IncidentType, Street } from '@tocsin/domain';
import type { CitySummary } from '@tocsin/projections/queries';
import { cities } from '@tocsin/projections/queries';
import { nameFault } from '../commands/ids.ts';
import { signedIn } from '../context.ts';
import { refusal, refuse } from '../operation/refusal.ts';
import { citySubject, may } from '../rules/index.ts';
import { builder } from './builder.ts';
import { IncidentClassEnum } from './enums.ts';
import { LocalizedType } from './localized.ts';
import { BoundsType } from './place.ts';

const DepartmentType = builder.objectRef<Department>('Department').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.expose('name', { type: LocalizedType }),
    takesTasks: t.exposeBoolean('takesTasks'),
    phone: t.exposeString('phone', { nullable: true }),
    enterprise: t.boolean({ resolve: ({ enterprise }) => enterprise === true }),
  }),
});

const DistrictType = builder.objectRef<District>('District').implement({
  fields: (t) => ({ id: t.exposeID('id'), name: t.expose('name', { type: LocalizedType }) }),
});

const CellType = builder.objectRef<Cell>('Cell').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.expose('name', { type: LocalizedType }),
    district: t.exposeID('district'),
    subdistrict: t.exposeID('subdistrict', { nullable: true }),
    bounds: t.expose('bounds', { type: BoundsType, nullable: true }),
  }),
});

const MainEnum = builder.enumType('Main', {
  description: 'What runs in a main under a street.',
  values: { WATER: { value: 'water' as const }, GAS: { value: 'gas' as const } },
});

const StreetType = builder.objectRef<Street>('Street').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.expose('name', { type: LocalizedType }),
    path: t.field({
      type: t.listRef(t.listRef('Float')),
      description: 'Longitude and latitude pairs, WGS-84.',
      resolve: ({ path }) => path.map((pair) => [...pair]),
    }),
    hydrants: t.field({
      type: t.listRef(t.listRef('Float')),
      description: 'Where hydrants stand along it: longitude and latitude pairs, WGS-84.',
      resolve: ({ hydrants = [] }) => hydrants.map((pair) => [...pair]),
    }),
    mains: t.field({
      type: [MainEnum],
      description: 'The mains that run under it.',
      resolve: ({ mains = [] }) => [...mains],
    }),
  }),
});

const IncidentTypeType = builder.objectRef<IncidentType>('IncidentType').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.expose('name', { type: LocalizedType }),
    class: t.expose('class', { type: IncidentClassEnum }),
    grade: t.exposeInt('grade'),
    priority: t.exposeInt('priority'),
    departments: t.field({ type: ['ID'], resolve: ({ departments }) => [...departments] }),
  }),
});

export const CityType = builder.objectRef<City>('City').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.expose('name', { type: LocalizedType }),
    timeZone: t.exposeString('timeZone'),
    demo: t.exposeBoolean('demo'),
    bounds: t.expose('bounds', { type: BoundsType }),
    departments: t.field({
      type: [DepartmentType],
      resolve: (city) => [...city.departments.values()],
    }),
    districts: t.field({ type: [DistrictType], resolve: (city) => [...city.districts.values()] }),
    cells: t.field({ type: [CellType], resolve: (city) => [...city.cells.values()] }),
    streets: t.field({ type: [StreetType], resolve: (city) => [...city.streets.values()] }),
    types: t.field({ type: [IncidentTypeType], resolve: (city) => [...city.types.values()] }),
  }),
});

export const CitySummaryType = builder.objectRef<CitySummary>('CitySummary').implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    name: t.expose('name', { type: LocalizedType }),
    demo: t.exposeBoolean('demo'),
  }),
});

builder.queryFields((t) => ({
  cities: t.field({
    type: [CitySummaryType],
    description: 'The cities whose affairs the viewer may see.',
    resolve: async (_root, _args, context) => {
      const viewer = signedIn(context);
      const all = await cities(context.parts.pool);
      return all.filter(({ id }) => may(viewer, 'readCity', citySubject(id)));
    },
  }),
  city: t.field({
    type: CityType,
    nullable: true,
    args: { id: t.arg.id() },
    resolve: async (_root, { id }, context) => {
      const fault = nameFault({ id });
      if (fault) throw refusal(fault);
      if (!may(signedIn(context), 'readCity', citySubject(id)))
        return refuse('forbidden', { city: id }, 'id');
      return (await context.parts.store.readCity(id)) ?? null;
    },
  }),
}));
