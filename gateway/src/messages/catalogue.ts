import type { RejectionCode, TocsinEvent } from '@tocsin/domain';

/** What the gateway itself refuses, before the domain is asked. */
export type TransportCode =
  | 'BAD_INPUT'
  | 'NOT_JSON'
  | 'SOCKET_ONLY'
  | 'TOO_LARGE'
  | 'TOO_DEEP'
  | 'TOO_MANY_FIELDS'
  | 'TOO_MANY_SUBSCRIPTIONS'
  | 'UNAVAILABLE'
  | 'INTERNAL';

export type MessageCode = RejectionCode | TransportCode;
/** Every event of every stream: a command can conflict with any of its stream. */
export type EventName = TocsinEvent['type'];

/**
 * One language. Sentences carry `{fact}` placeholders, and `[…]` around what is left out when a
 * fact in it is missing; `{field}` is the label of the field at fault.
 */
export interface Catalogue {
  readonly sentences: Readonly<Record<MessageCode, string>>;
  /** Somebody else was faster; `{who}` lists what was done. */
  readonly conflict: string;
  /** One of them: `{name}` and `{what}`. */
  readonly deed: string;
  /** How many more there were: `{count}`. */
  readonly more: string;
  readonly deeds: Readonly<Record<EventName, string>>;
  /** Labels of input fields, by their path without list indices. */
  readonly fields: Readonly<Record<string, string>>;
  /** `{field}` of the `{number}`th entry of a list. */
  readonly entry: string;
  /** What the domain's words mean: statuses, stages. */
  readonly words: Readonly<Record<string, string>>;
  readonly unnamedField: string;
  readonly separator: string;
}
