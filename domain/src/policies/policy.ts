import type { Actor } from '../metadata.ts';
import type { Target } from '../streams.ts';
import type { LogEvent } from '../tocsinEvent.ts';

/**
 * What a process manager wants done because of an event. Command ids derive from the cause, so
 * that reacting again after a crash, or on a rebuilt database, changes nothing.
 */
export type Reaction =
  | {
      readonly kind: 'command';
      readonly target: Target;
      readonly commandId: string;
    }
  | {
      readonly kind: 'schedule';
      /** One timer a key; scheduling again replaces it. */
      readonly timer: string;
      /** ISO 8601. */
      readonly due: string;
      readonly target: Target;
      readonly commandId: string;
    }
  | { readonly kind: 'cancel'; readonly timer: string };

/** A process manager: events in, reactions out, no memory but the timers it sets. */
export interface Policy {
  readonly name: string;
  readonly react: (event: LogEvent) => readonly Reaction[];
}

export const policyActor = (policy: Policy): Actor => ({
  kind: 'policy',
  id: `policy:${policy.name}`,
  name: policy.name,
});

/** The process manager as it carries on what somebody decided: the record names both. */
export function carrierOf(policy: Policy, { meta: { actor } }: Pick<LogEvent, 'meta'>): Actor {
  const decided = actor.onBehalfOf ?? actor;
  return decided.kind === 'policy'
    ? policyActor(policy)
    : { ...policyActor(policy), onBehalfOf: decided };
}
