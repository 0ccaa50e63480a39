import { expect } from 'vitest';
import { encode } from './codec/encode.ts';
import { canonicalHash } from './codec/hash.ts';
import type { Decider } from './decider.ts';
import type { Fact } from './fact.ts';
import type { Actor, Recorded } from './metadata.ts';
import { isRejection, type RejectionCode } from './rejection.ts';

export const now = '2026-03-01T08:00:00.000Z';
/** `now` and so many seconds. */
export const later = (seconds: number): string =>
  new Date(Date.parse(now) + seconds * 1000).toISOString();

export const person = (id: string, department?: string): Actor => ({
  kind: 'person',
  id,
  name: `Name of ${id}`,
  role: department ? 'liaison' : 'dispatcher',
  ...(department ? { department } : {}),
});
export const dispatcher = person('dispatcher');

/** An event as if it had been recorded: by whom, when it happened, when it was written. */
export function recorded<E extends Fact>(
  event: E,
  {
    by = dispatcher,
    at = now,
    written = at,
  }: { readonly by?: Actor; readonly at?: string; readonly written?: string } = {},
): Recorded<E> {
  const common = {
    commandId: 'command',
    commandDigest: canonicalHash(event),
    correlationId: 'command',
    causationId: 'command',
    actor: by,
    occurredAt: at,
    recordedAt: written,
    exercise: false,
  };
  const place = { stream: 'stream-1', revision: 0n, index: 0, previousHash: '' };
  return encode(event, common, place).recorded;
}

const asRecorded = <E extends Fact>(event: E | Recorded<E>): Recorded<E> =>
  'meta' in event ? event : recorded(event);

/**
 * Given events, when a command, then events / then rejected / then nothing happened. Every event
 * decided is folded in as well: a state that can't take it fails the spec.
 */
export function specification<State, Command, Event extends Fact, Context>(
  decider: Decider<State, Command, Event, Context>,
  usual: Context,
) {
  const fold = (state: State, events: readonly (Event | Recorded<Event>)[]): State =>
    events.reduce((known, event) => decider.evolve(known, asRecorded(event)), state);
  return {
    given: (...events: readonly (Event | Recorded<Event>)[]) => {
      const state = fold(decider.initial, events);
      return {
        state,
        when: (command: Command, context: Partial<Context> = {}) => {
          const decided = decider.decide(command, state, { ...usual, ...context });
          return {
            decided,
            thenEvents: (...expected: readonly Event[]): State => {
              expect(decided).toEqual(expected);
              return fold(state, isRejection(decided) ? [] : decided);
            },
            thenRejected: (code: RejectionCode, field?: string, facts: object = {}): void => {
              expect(decided).toMatchObject({ rejected: code, facts });
              expect(isRejection(decided) && decided.field).toBe(field);
            },
            thenNothing: (): void => expect(decided).toEqual([]),
          };
        },
      };
    },
  };
}
