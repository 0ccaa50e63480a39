import type { Bounds, Place, Reporter } from '@tocsin/domain';
import { builder } from './builder.ts';

export const BoundsType = builder.objectRef<Bounds>('Bounds').implement({
  description: 'Degrees, WGS-84.',
  fields: (t) => ({
    west: t.exposeFloat('west'),
    south: t.exposeFloat('south'),
    east: t.exposeFloat('east'),
    north: t.exposeFloat('north'),
  }),
});

export const PlaceType = builder.objectRef<Place>('Place').implement({
  fields: (t) => ({
    address: t.exposeString('address'),
    lon: t.exposeFloat('lon', { nullable: true }),
    lat: t.exposeFloat('lat', { nullable: true }),
    cell: t.exposeID('cell', { nullable: true }),
    district: t.exposeID('district', { nullable: true }),
  }),
});

export const ReporterType = builder.objectRef<Reporter>('Reporter').implement({
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true }),
    phone: t.exposeString('phone', { nullable: true }),
  }),
});
