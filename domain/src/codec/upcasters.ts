import type { TocsinEvent } from '../tocsinEvent.ts';

type Data = Readonly<Record<string, unknown>>;
/** Turns the data of one schema number into the next one's. */
export type Upcaster = (data: Data) => Data;

/**
 * Shapes that were stored once and are read for ever. The chain for an event type starts at
 * schema 1; its length + 1 is the schema that is written today.
 */
export const upcasters: Partial<Record<TocsinEvent['type'], readonly Upcaster[]>> = {
  // Schema 1 knew no lead: every department merely assisted.
  TaskAssigned: [(data) => ({ ...data, part: 'assist' })],
};

export const currentSchema = (type: string): number => (chainOf(type)?.length ?? 0) + 1;

const chainOf = (type: string): readonly Upcaster[] | undefined =>
  Object.hasOwn(upcasters, type) ? upcasters[type as TocsinEvent['type']] : undefined;

export function upcast(type: string, schema: number, data: Data): Data {
  const chain = chainOf(type) ?? [];
  return chain.slice(schema - 1).reduce((older, up) => up(older), data);
}
