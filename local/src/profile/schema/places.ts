import type {
  Area,
  Capability,
  Cell,
  Department,
  District,
  IncidentClass,
  IncidentType,
  Jurisdiction,
  Main,
  ResponsibilityRule,
  Street,
  Subdistrict,
} from '@tocsin/domain';
import * as v from 'valibot';
import {
  bounds,
  grade,
  id,
  list,
  localized,
  lonLat,
  object,
  oneOf,
  optional,
  text,
} from './parts.ts';

export const area = object<Area>()({
  districts: optional(list(id)),
  subdistricts: optional(list(id)),
  cells: optional(list(id)),
  polygon: optional(list(v.pipe(list(lonLat), v.minLength(3, 'ring')), 10)),
});

export const department = object<Department>()({
  id,
  name: localized,
  takesTasks: v.boolean(),
  phone: optional(text(40)),
  enterprise: optional(v.literal(true)),
});

export const district = object<District>()({ id, name: localized });
export const subdistrict = object<Subdistrict>()({ id, name: localized, district: id });

export const cell = object<Cell>()({
  id,
  name: localized,
  district: id,
  subdistrict: optional(id),
  bounds: optional(bounds),
});

export const street = object<Street>()({
  id,
  name: localized,
  path: v.pipe(list(lonLat), v.minLength(2, 'line')),
  hydrants: optional(list(lonLat, 500)),
  mains: optional(list(oneOf<Main>({ water: true, gas: true }), 2)),
});

const incidentClass = oneOf<IncidentClass>({
  naturalDisaster: true,
  accidentDisaster: true,
  publicHealth: true,
  socialSecurity: true,
});

export const incidentType = object<IncidentType>()({
  id,
  name: localized,
  class: incidentClass,
  grade,
  priority: grade,
  departments: v.pipe(list(id), v.minLength(1, 'none')),
});

export const capability = object<Capability>()({ id, name: localized });

export const jurisdiction = object<Jurisdiction>()({
  id,
  name: localized,
  phone: optional(text(40)),
});

export const responsibility = object<ResponsibilityRule>()({
  id,
  types: list(id),
  area: optional(area),
  department: id,
  reason: localized,
});
