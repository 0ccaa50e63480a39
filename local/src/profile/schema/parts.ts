import type { Localized } from '@tocsin/domain';
import { optionalTextFault } from '@tocsin/domain';
import * as v from 'valibot';
import type { Rule } from '../words/words.ts';

/** Names the rule that a value breaks; the words for it are in both languages. */
const rule = (name: Rule): Rule => name;

type EntriesOf<T> = { readonly [K in keyof Required<T>]: v.GenericSchema };

/**
 * An object of exactly these keys. `T` is the domain's type: a field that it has and the schema has
 * not doesn't compile. Every unknown key is told, where a strict object tells the first alone.
 */
export const object =
  <T>() =>
  <E extends EntriesOf<T> & v.ObjectEntries>(entries: E): v.StrictObjectSchema<E, undefined> =>
    v.objectWithRest(entries, v.never()) as unknown as v.StrictObjectSchema<E, undefined>;

/** One of a union's members; all of them have to be given. */
export const oneOf = <T extends string>(members: Readonly<Record<T, true>>) =>
  v.picklist(Object.keys(members) as T[]);

export const list = <S extends v.GenericSchema>(item: S, most = 1_000) =>
  v.pipe(v.array(item), v.maxLength(most, rule('tooMany')));

export const optional = v.exactOptional;

export const text = (most = 200) =>
  v.pipe(
    v.string(),
    v.check((value) => value.trim() !== '', rule('empty')),
    v.maxLength(most, rule('tooLong')),
    v.check((value) => optionalTextFault(value, '', Infinity) === undefined, rule('characters')),
  );

/** What ids, accounts and call signs are made of: they stand in the names of streams. */
const name = (form: RegExp, broken: Rule) => v.pipe(v.string(), v.regex(form, rule(broken)));

export const id = name(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'id');
export const cityId = name(/^[a-z0-9][a-z0-9-]{0,63}$/, 'cityId');
export const account = name(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'account');
export const callSign = name(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,31}$/u, 'callSign');
export const clock = name(/^([01]\d|2[0-3]):[0-5]\d$/, 'clock');

export const localized = object<Localized>()({ zh: text(), en: text() });
export const longLocalized = object<Localized>()({ zh: text(4000), en: text(4000) });

export const number = (least: number, most: number) =>
  v.pipe(v.number(), v.minValue(least, rule('least')), v.maxValue(most, rule('most')));

export const whole = (least: number, most: number) =>
  v.pipe(number(least, most), v.integer(rule('whole')));

/** Up to a year. */
export const seconds = whole(0, 31_536_000);
export const lon = number(-180, 180);
export const lat = number(-90, 90);
export const lonLat = v.strictTuple([lon, lat]);
export const grade = v.picklist([1, 2, 3, 4]);

export const timeZone = v.pipe(
  v.string(),
  v.check((zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
    } catch {
      return false;
    }
  }, rule('timeZone')),
);

export const bounds = v.pipe(
  object<{ west: number; south: number; east: number; north: number }>()({
    west: lon,
    south: lat,
    east: lon,
    north: lat,
  }),
  v.check(({ west, south, east, north }) => west < east && south < north, rule('bounds')),
);
