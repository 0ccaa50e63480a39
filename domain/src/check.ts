import { type Rejection, reject } from './rejection.ts';

/** Longest text a person may enter in one field, in characters. */
export const longText = 4000;
export const shortText = 200;

// Control characters but tab and line breaks, halves of a character, and what turns text around.
const forbidden = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\u202a-\u202e\u2066-\u2069]/u;

/** The fault of a text that must not be empty; undefined when it is fine. */
export function textFault(value: string, field: string, max: number): Rejection | undefined {
  if (value.trim() === '') return reject('required', {}, field);
  return optionalTextFault(value, field, max);
}

export function optionalTextFault(
  value: string | undefined,
  field: string,
  max: number,
): Rejection | undefined {
  if (value === undefined) return undefined;
  if (value.length > max) return reject('tooLong', { max, length: value.length }, field);
  return forbidden.test(value) ? reject('controlCharacters', {}, field) : undefined;
}

/** A clock that runs ahead of ours by this much is still believed. */
const clockSkewMs = 5_000;

/** The fault of a time at which something has happened: it is ISO 8601 and not in the future. */
export function timeFault(
  value: string | undefined,
  now: string,
  field: string,
): Rejection | undefined {
  if (value === undefined) return undefined;
  const time = Date.parse(value);
  if (Number.isNaN(time)) return reject('notATime', { value }, field);
  if (time <= Date.parse(now) + clockSkewMs) return undefined;
  return reject('inTheFuture', { value, now }, field);
}

/** The first fault among several checks. */
export const firstFault = (...faults: readonly (Rejection | undefined)[]): Rejection | undefined =>
  faults.find((fault) => fault !== undefined);

export function oneOfFault(
  value: string | number | undefined,
  allowed: readonly (string | number)[],
  field: string,
): Rejection | undefined {
  if (value === undefined || allowed.includes(value)) return undefined;
  return reject('notOneOf', { allowed: allowed.join(', '), value }, field);
}

/** The most of anything that one movement can be about, in whole units of measure. */
export const mostQuantity = 1_000_000;

/** The fault of a number of things: whole, and from `least` (default 1) up. */
export function quantityFault(value: number, field: string, least = 1): Rejection | undefined {
  if (Number.isInteger(value) && value >= least && value <= mostQuantity) return undefined;
  return reject('outOfRange', { min: least, max: mostQuantity, value }, field);
}

/** A span of time that must end after it begins, and not before now. ISO 8601, UTC. */
export function windowFault(from: string, until: string, now: string): Rejection | undefined {
  if (Number.isNaN(Date.parse(from))) return reject('notATime', { value: from }, 'from');
  if (Number.isNaN(Date.parse(until))) return reject('notATime', { value: until }, 'until');
  if (Date.parse(until) <= Date.parse(from))
    return reject('endsBeforeStart', { from, until }, 'until');
  return Date.parse(until) <= Date.parse(now) ? reject('inThePast', { now }, 'until') : undefined;
}
