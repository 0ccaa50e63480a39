import type { Fact } from '../fact.ts';
import type { Actor, Recorded } from '../metadata.ts';

/** A link of an evidence chain: who, when it happened, when it was entered. */
export interface Evidence {
  readonly by: Actor;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

export const evidence = ({ meta }: Recorded<Fact>): Evidence => ({
  by: meta.actor,
  occurredAt: meta.occurredAt,
  recordedAt: meta.recordedAt,
});
