import { commitments } from './commitments.ts';
import { corrective } from './corrective.ts';
import { erasure } from './erasure.ts';
import { escalation } from './escalation.ts';
import { merging } from './merging.ts';
import { mutualAid } from './mutualAid.ts';
import { overdue } from './overdue.ts';
import { par } from './par.ts';
import { plannedEvents } from './plannedEvents.ts';
import type { Policy } from './policy.ts';
import { release } from './release.ts';
import { reserve } from './reserve.ts';
import { supplies } from './supplies.ts';
import { warnings } from './warnings.ts';

export * from './commitments.ts';
export * from './corrective.ts';
export * from './erasure.ts';
export * from './escalation.ts';
export * from './merging.ts';
export * from './mutualAid.ts';
export * from './overdue.ts';
export * from './par.ts';
export * from './plannedEvents.ts';
export * from './policy.ts';
export * from './release.ts';
export * from './reserve.ts';
export * from './supplies.ts';
export * from './warnings.ts';

/** Every process manager of Tocsin; the projection runner runs them all. */
export const policies: readonly Policy[] = [
  commitments,
  corrective,
  erasure,
  escalation,
  merging,
  mutualAid,
  overdue,
  par,
  plannedEvents,
  release,
  reserve,
  supplies,
  warnings,
];
