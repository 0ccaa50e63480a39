import { oneOfFault } from '../../check.ts';
import type { ResponseLevel } from '../../city/plan.ts';
import type { Actor } from '../../metadata.ts';
import { type Rejection, reject } from '../../rejection.ts';

/** The highest level to which a dispatcher may raise by themselves; 1 is the highest of all. */
export const highestByDispatcher: ResponseLevel = 3;

/**
 * Whether this actor may set the level: a commander any, a dispatcher only raise it to 4 or 3, and
 * nobody else.
 */
export function maySetResponseLevel(
  { kind, role }: Pick<Actor, 'kind' | 'role'>,
  previous: ResponseLevel | undefined,
  level: ResponseLevel,
): boolean {
  if (kind !== 'person') return false;
  if (role === 'commander') return true;
  if (role !== 'dispatcher') return false;
  return level >= highestByDispatcher && (previous === undefined || level < previous);
}

/** What is wrong with setting the level; it says who may. */
export function responseLevelFault(
  actor: Actor,
  previous: ResponseLevel | undefined,
  level: ResponseLevel,
): Rejection | undefined {
  const fault = oneOfFault(level, [1, 2, 3, 4], 'level');
  if (fault || maySetResponseLevel(actor, previous, level)) return fault;
  const facts = { level, highest: highestByDispatcher };
  return reject('responseLevelNeedsCommander', facts, 'level');
}
