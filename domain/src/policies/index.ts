import { commitments } from './commitments.ts';
import { corrective } from './corrective.ts';
import { escalation } from './escalation.ts';
import type { Policy } from './policy.ts';

export * from './policy.ts';
export { commitments, corrective, escalation };

/** Every process manager of Tocsin; the projection runner runs them all. */
export const policies: readonly Policy[] = [commitments, corrective, escalation];
