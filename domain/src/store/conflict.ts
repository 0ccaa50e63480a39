import type { Decider } from '../decider.ts';
import type { Fact } from '../fact.ts';
import { type Revision, revision } from '../metadata.ts';
import { reject } from '../rejection.ts';
import type { Desk } from './desk.ts';
import type { Meanwhile, Outcome } from './store.ts';
import { eventsAfter } from './tails.ts';

/**
 * What stands between the revision that the caller saw and the newest one: undefined when nothing
 * that touches the command does, else a conflict that says who did what meanwhile.
 */
export async function conflictSince<C, E extends Fact>(
  desk: Desk,
  { touches }: Pick<Decider<never, C, E, never>, 'touches'>,
  stream: string,
  command: C,
  expected: Revision,
  actual: bigint,
): Promise<Outcome | undefined> {
  if (expected === actual) return undefined;
  if (expected > actual) {
    const facts = { expected: expected.toString(), actual: actual.toString() };
    const rejection = reject('revisionOfTheFuture', facts, 'command.expectedRevision');
    return { kind: 'rejected', rejection };
  }
  const meanwhile: Meanwhile[] = [];
  for (const event of await eventsAfter<E>(desk, stream, expected, actual)) {
    if (!touches(command, event)) continue;
    const { actor, occurredAt, recordedAt } = event.meta;
    meanwhile.push({ revision: event.revision, type: event.type, actor, occurredAt, recordedAt });
  }
  if (meanwhile.length === 0) return undefined;
  return { kind: 'conflict', expected, actual: revision(actual), meanwhile };
}
