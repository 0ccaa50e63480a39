import { commitments } from './commitments.ts';
import { corrective } from './corrective.ts';
import { escalation } from './escalation.ts';
import { merging } from './merging.ts';
import { overdue } from './overdue.ts';
import type { Policy } from './policy.ts';
import { supplies } from './supplies.ts';

export * from './policy.ts';
export { commitments, corrective, escalation, merging, overdue, supplies };

/** Every process manager of Tocsin; the projection runner runs them all. */
export const policies: readonly Policy[] = [
  commitments,
  corrective,
  escalation,
  merging,
  overdue,
  supplies,
];
