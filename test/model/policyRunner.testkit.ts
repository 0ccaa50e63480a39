import {
  commitments,
  mutualAid,
  type Policy,
  par,
  policyActor,
  release,
  reserve,
} from '@tocsin/domain';
import {
  type Order,
  ordersOf,
  streamOf,
  type Timer,
} from '../../projections/src/policies/orders.ts';
import type { Answer, TwoStreams } from './twoStreams.testkit.ts';

const policies: readonly Policy[] = [commitments, release, reserve, par, mutualAid];

interface Work {
  readonly to: number;
  readonly orders: Order[];
  readonly timers: ReadonlyMap<string, Timer | undefined>;
}

/**
 * The process managers' runner as projections has it: the commands of a batch, each answered, in
 * order for a stream; then its timers and the checkpoint at once. It can crash between any two.
 */
export class PolicyRunner {
  /** What a process manager was refused. */
  readonly refused: { readonly command: string; readonly answer: Answer }[] = [];
  readonly #world: TwoStreams;
  #checkpoint = 0;
  #work: Work | undefined;
  #timers = new Map<string, Timer>();

  constructor(world: TwoStreams) {
    this.#world = world;
  }

  /** Does one thing: sends a command of the batch, of the stream that is picked, or finishes it. */
  step(pick: number): void {
    const work = this.#work ?? this.#take();
    const streams = [...new Set(work.orders.map(streamOf))];
    const chosen = streams[pick % streams.length];
    const at = work.orders.findIndex((order) => streamOf(order) === chosen);
    const [order] = at < 0 ? [] : work.orders.splice(at, 1);
    if (order) this.#send(order.target, order.meta);
    else this.#finish(work);
  }

  /** What it sent stays; that it did is forgotten. */
  crash(): void {
    this.#work = undefined;
  }

  /** The checkpoint and the timers go as well. */
  loseDatabase(): void {
    this.crash();
    this.#checkpoint = 0;
    this.#timers.clear();
  }

  /** Fires a timer that is due; after a crash between firing and forgetting it fires again. */
  fire(pick: number, crashes = false): void {
    const due = this.#due();
    const timer = due[pick % due.length];
    if (!timer) return;
    const { target, commandId } = timer;
    const policy = policies.find(({ name }) => name === timer.policy);
    if (!policy) throw new Error(`no process manager ${timer.policy}`);
    this.#send(target, { commandId, actor: policyActor(policy) });
    const known = this.#timers.get(timer.timer);
    if (!crashes && known?.commandId === commandId) this.#timers.delete(timer.timer);
  }

  /** Until nothing is left to do, and no timer is due. */
  catchUp(): void {
    while (this.#work || this.#checkpoint < this.#world.log.length || this.#due().length > 0) {
      while (this.#work || this.#checkpoint < this.#world.log.length) this.step(0);
      this.fire(0);
    }
  }

  #take(): Work {
    const to = this.#world.log.length;
    const { commands, timers } = ordersOf(policies, this.#world.log.slice(this.#checkpoint, to));
    this.#work = { to, orders: [...commands], timers };
    return this.#work;
  }

  #finish({ to, timers }: Work): void {
    for (const [key, timer] of timers) {
      if (timer) this.#timers.set(key, timer);
      else this.#timers.delete(key);
    }
    this.#checkpoint = to;
    this.#work = undefined;
  }

  #send(target: Order['target'], meta: Pick<Order['meta'], 'commandId' | 'actor' | 'occurredAt'>) {
    const answer = this.#world.send(target, meta);
    if (answer) this.refused.push({ command: target.command.type, answer });
  }

  #due(): readonly Timer[] {
    return [...this.#timers.values()].filter(({ due }) => due <= this.#world.now);
  }
}
