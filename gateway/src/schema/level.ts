import { type Rejection, reject } from '@tocsin/domain';

export type Level = 1 | 2 | 3 | 4;
const levels = [1, 2, 3, 4];
const isLevel = (value: number): value is Level => levels.includes(value);

/** A grade, a priority or a response level, or what is wrong with it. */
export function level(
  value: number | null | undefined,
  field: string,
): Level | Rejection | undefined {
  if (value === null || value === undefined || isLevel(value)) return value ?? undefined;
  return reject('notOneOf', { allowed: levels.join(', '), value }, field);
}

export const faultOf = (
  ...values: readonly (Level | Rejection | undefined)[]
): Rejection | undefined => values.find((value) => typeof value === 'object');

export const fine = (value: Level | Rejection | undefined): Level | undefined =>
  typeof value === 'object' ? undefined : value;
