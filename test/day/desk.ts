import type { Actor, CommandMeta, Incident, Revision, Target } from '@tocsin/domain';
import { type Outcome, type Store, StoreError } from '@tocsin/domain/store';
import type { DayClock } from './dayClock.ts';
import type { Dice } from './random.ts';

/** How often each command was accepted, refused, or met a conflict. */
export type Tally = Map<string, Record<Outcome['kind'], number>>;

/** What one person or crew of the day can do: send commands from one of the gateways, and look. */
export interface Desk {
  readonly dice: Dice;
  readonly clock: DayClock;
  /** Through a gateway drawn anew each time; now and then the same command is sent twice. */
  readonly send: (actor: Actor, target: Target, seen?: Revision) => Promise<Outcome>;
  /** Does it, now and then at two desks at once. */
  readonly race: (act: () => Promise<unknown>, chance?: number) => Promise<void>;
  /** Looks until it is so, so many seconds at most (default 15); false when it never was. */
  readonly see: (holds: () => Promise<boolean>, seconds?: number) => Promise<boolean>;
  /** The incident as some gateway sees it. */
  readonly incident: (id: string) => Promise<Incident | undefined>;
  readonly store: () => Store;
  /** The same with dice of its own. */
  readonly fork: (name: string) => Desk;
}

const lookMs = 200;
/** As a rule process managers carry something on in this time, even when they had to start again. */
const patience = 15;

const told = (outcome: Outcome): string =>
  JSON.stringify(outcome, (_, value) => (typeof value === 'bigint' ? `${value}` : value));

/** Where a stream is too busy for a gateway, the same is sent again; it happens once. */
async function sent(store: () => Store, target: Target, meta: CommandMeta): Promise<Outcome> {
  for (;;) {
    try {
      return await store().send(target, meta);
    } catch (error) {
      if (!(error instanceof StoreError) || error.code !== 'STORE_CONTENDED') throw error;
    }
  }
}

export function openDesk(
  stores: readonly Store[],
  clock: DayClock,
  dice: Dice,
  tally: Tally,
): Desk {
  const store = (): Store => dice.one(stores);
  const count = (type: string, { kind }: Outcome): void => {
    const known = tally.get(type) ?? { accepted: 0, rejected: 0, conflict: 0 };
    tally.set(type, { ...known, [kind]: known[kind] + 1 });
  };
  return {
    dice,
    clock,
    store,
    fork: (name) => openDesk(stores, clock, dice.fork(name), tally),
    race: async (act, chance = 0.15) => {
      await Promise.all(dice.chance(chance) ? [act(), act()] : [act()]);
    },
    see: async (holds, seconds = patience) => {
      const end = performance.now() + seconds * 1_000;
      while (performance.now() < end) {
        if (await holds()) return true;
        await new Promise((wake) => setTimeout(wake, lookMs));
      }
      return false;
    },
    send: async (actor, target, seen) => {
      clock.tick();
      const expected = seen === undefined ? {} : { expectedRevision: seen };
      const meta = { commandId: dice.uuid(), actor, ...expected };
      const again = dice.chance(0.02);
      const outcome = await sent(store, target, meta);
      count(target.command.type, outcome);
      if (again && outcome.kind === 'accepted' && outcome.events > 0) {
        const answer = await sent(store, target, meta);
        // Not whether it says that it was repeated: where the day's clock stood still and a gateway
        // had not read on, the second append is the very same event, and the server says yes.
        if (answer.kind !== 'accepted' || answer.position !== outcome.position)
          throw new Error(
            `[C2] ${target.command.type} sent again: ${told(answer)} after ${told(outcome)}`,
          );
      }
      return outcome;
    },
    incident: async (id) => (await store().readIncident(id))?.state,
  };
}
