import type { Depot, Role, SupplyItem } from '@tocsin/domain';
import * as v from 'valibot';
import {
  type ProfileFile,
  type ProfilePerson,
  type ProfileUnit,
  profileFormat,
} from '../profileFile.ts';
import {
  account,
  bounds,
  callSign,
  cityId,
  id,
  lat,
  list,
  localized,
  lon,
  number,
  object,
  oneOf,
  optional,
  text,
  timeZone,
} from './parts.ts';
import * as places from './places.ts';
import { plan } from './plan.ts';
import { deadlines, rules, shift, target } from './rules.ts';

const item = object<SupplyItem>()({
  id,
  name: localized,
  unit: localized,
  category: id,
  returnable: v.boolean(),
});

const depot = object<Depot>()({
  id,
  name: localized,
  department: id,
  address: text(),
  lon: optional(lon),
  lat: optional(lat),
  lowStock: v.record(v.string(), number(0, 1e9)),
});

const unit = object<ProfileUnit>()({
  callSign,
  department: id,
  kind: id,
  name: localized,
  capabilities: list(id, 50),
  station: text(),
  lon: optional(lon),
  lat: optional(lat),
});

const person = object<ProfilePerson>()({
  account,
  name: text(),
  roles: v.pipe(
    list(
      oneOf<Role>({
        dispatcher: true,
        liaison: true,
        commander: true,
        auditor: true,
        administrator: true,
      }),
      5,
    ),
    v.minLength(1, 'none'),
  ),
  department: optional(id),
  cities: optional(list(v.union([v.literal('*'), cityId]), 100)),
});

/** What a profile file may hold. Lists are bounded: a city is not larger than these. */
export const profileSchema = object<ProfileFile>()({
  format: v.literal(profileFormat),
  id: cityId,
  name: localized,
  timeZone,
  demo: v.boolean(),
  bounds,
  departments: list(places.department),
  districts: list(places.district),
  subdistricts: list(places.subdistrict),
  cells: list(places.cell, 20_000),
  streets: list(places.street, 20_000),
  types: list(places.incidentType),
  capabilities: list(places.capability),
  responsibilities: list(places.responsibility),
  plans: list(plan),
  deadlines,
  targets: list(target),
  rules,
  units: list(unit, 5_000),
  items: list(item, 5_000),
  depots: list(depot),
  shifts: list(shift),
  jurisdictions: list(places.jurisdiction),
  people: list(person, 10_000),
}) satisfies v.GenericSchema<unknown, ProfileFile>;
