import { type Rejection, reject } from '@tocsin/domain';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const longestName = 128;
const control = /\p{Cc}/u;

/** Values of input fields, by the field's path; undefined where an optional one was left out. */
export type Fields = Readonly<Record<string, string | null | undefined>>;

const firstOf = (
  fields: Fields,
  fault: (value: string, field: string) => Rejection | undefined,
): Rejection | undefined => {
  for (const [field, value] of Object.entries(fields)) {
    const found = value === null || value === undefined ? undefined : fault(value, field);
    if (found) return found;
  }
  return undefined;
};

/** The first of these that is not a UUID. */
export const uuidFault = (fields: Fields): Rejection | undefined =>
  firstOf(fields, (value, field) => (uuid.test(value) ? undefined : reject('notAnId', {}, field)));

/** The first of these names of things (a city, a unit) that can't be one. */
export const nameFault = (fields: Fields): Rejection | undefined =>
  firstOf(fields, (value, field) => {
    if (value === '') return reject('required', {}, field);
    if (value.length > longestName)
      return reject('tooLong', { max: longestName, length: value.length }, field);
    return control.test(value) ? reject('controlCharacters', {}, field) : undefined;
  });
