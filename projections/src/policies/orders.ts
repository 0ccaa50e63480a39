import {
  type CommandMeta,
  carrierOf,
  type LogEvent,
  type Policy,
  type Target,
} from '@tocsin/domain';

/** A command that a process manager sends. */
export interface Order {
  readonly policy: string;
  readonly target: Target;
  readonly meta: CommandMeta;
}

/** A timer as it stands in the database. */
export interface Timer {
  readonly timer: string;
  /** ISO 8601. */
  readonly due: string;
  readonly policy: string;
  readonly target: Target;
  readonly commandId: string;
  readonly causationId: string;
  readonly correlationId: string;
}

/** What a batch of events makes the process managers do. */
export interface Orders {
  /** In the order of the log. */
  readonly commands: readonly Order[];
  /** By key, the last word on each timer: set to this, or cancelled when undefined. */
  readonly timers: ReadonlyMap<string, Timer | undefined>;
}

/** What a command carries on happened when its cause did; a timer's command happens when it fires. */
export function ordersOf(policies: readonly Policy[], events: readonly LogEvent[]): Orders {
  const commands: Order[] = [];
  const timers = new Map<string, Timer | undefined>();
  for (const event of events) {
    const causationId = event.id;
    const { correlationId, occurredAt } = event.meta;
    for (const policy of policies) {
      for (const reaction of policy.react(event)) {
        if (reaction.kind === 'command') {
          const { target, commandId } = reaction;
          const actor = carrierOf(policy, event);
          const meta = { commandId, actor, causationId, correlationId, occurredAt };
          commands.push({ policy: policy.name, target, meta });
        } else if (reaction.kind === 'schedule') {
          const { kind, ...timer } = reaction;
          const origin = { policy: policy.name, causationId, correlationId };
          timers.set(timer.timer, { ...timer, ...origin });
        } else timers.set(reaction.timer, undefined);
      }
    }
  }
  return { commands, timers };
}

/** The stream that a command is for; commands for one stream keep their order. */
export const streamOf = ({ target }: { readonly target: Target }): string =>
  `${target.stream}-${target.id}`;
