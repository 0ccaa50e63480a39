import type { Bounds, CallerState, Place, Reporter } from '@tocsin/domain';
import { builder } from './builder.ts';
import { enumOf } from './enums.ts';

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

export const CallerStateEnum = enumOf<CallerState>('CallerState')(
  'none',
  'kept',
  'erased',
  'keyMissing',
  'unreadable',
);

export const ReporterType = builder.objectRef<Reporter>('Reporter').implement({
  description: 'Whether somebody was named. Who that was is told by the query `personalData`.',
  fields: (t) => ({
    state: t.field({
      type: CallerStateEnum,
      resolve: (reporter, _args, { parts }) => parts.store.caller(reporter).state,
    }),
  }),
});
