import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Actor,
  type CommandMeta,
  derivedId,
  type Incident,
  type IncidentCommand,
  incidentDecider,
  isRejection,
  type LogEvent,
  type Position,
  position,
  revision,
  type TocsinEvent,
} from '@tocsin/domain';
import type { Batch, FollowOptions, Outcome, Store } from '@tocsin/domain/store';
import { testCity } from './testCity.testkit.ts';

export const someone: Actor = { kind: 'person', id: 'li', name: 'Li', role: 'dispatcher' };

/**
 * A log in memory with the part of `Store` that projections use. Incident commands go through the
 * domain's own decider; other streams take their events as they are given.
 */
export class MemoryLog {
  readonly events: LogEvent[] = [];
  readonly #revisions = new Map<string, bigint>();
  readonly #incidents = new Map<string, Incident>();
  readonly #answers = new Map<string, Outcome>();
  #waiting: (() => void)[] = [];
  #time = Date.parse('2026-03-01T08:00:00.000Z');
  /** Called before each incident command; may throw, as an event store that can't be reached does. */
  beforeCommand: (id: string, command: IncidentCommand) => Promise<void> | void = () => undefined;

  /** How far the clock goes from one event to the next, in milliseconds. */
  clockStep: () => number = () => 1_000;

  /** The same log cut after `count` events. */
  upTo(count: number): MemoryLog {
    const log = new MemoryLog();
    log.events.push(...this.events.slice(0, count));
    return log;
  }

  append(stream: string, event: TocsinEvent, meta: Partial<CommandMeta> = {}): LogEvent {
    const at = (this.#revisions.get(stream) ?? -1n) + 1n;
    this.#time += this.clockStep();
    const now = new Date(this.#time).toISOString();
    const id = derivedId(stream, String(at));
    const stored = {
      ...event,
      id,
      stream,
      revision: revision(at),
      position: position(BigInt(this.events.length) * 10n),
      meta: {
        commandId: meta.commandId ?? id,
        commandDigest: '',
        correlationId: meta.correlationId ?? id,
        causationId: meta.causationId ?? id,
        actor: meta.actor ?? someone,
        occurredAt: meta.occurredAt ?? now,
        recordedAt: now,
        schema: 1,
        exercise: false,
        previousHash: '',
        hash: id,
      },
    } as LogEvent;
    this.#revisions.set(stream, at);
    this.events.push(stored);
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
    return stored;
  }

  incident(id: string, command: IncidentCommand, meta: CommandMeta): Outcome {
    const known = this.#answers.get(meta.commandId);
    if (known?.kind === 'accepted') return { ...known, repeated: true };
    const before = this.#incidents.get(id) ?? incidentDecider.initial;
    const now = new Date(this.#time + 1_000).toISOString();
    const decided = incidentDecider.decide(command, before, {
      now,
      actor: meta.actor,
      city: testCity,
    });
    if (isRejection(decided)) return { kind: 'rejected', rejection: decided };
    let state = before;
    for (const event of decided) {
      const stored = this.append(`incident-${id}`, event, meta);
      state = incidentDecider.evolve(state, { ...event, meta: stored.meta });
    }
    this.#incidents.set(id, state);
    const answer: Outcome = {
      kind: 'accepted',
      revision: revision(this.#revisions.get(`incident-${id}`) ?? 0n),
      position: this.lastPosition() ?? position(0),
      events: decided.length,
      repeated: false,
    };
    this.#answers.set(meta.commandId, answer);
    return answer;
  }

  state(id: string): Incident | undefined {
    return this.#incidents.get(id);
  }

  lastPosition(): Position | undefined {
    return this.events.at(-1)?.position;
  }

  async *#follow({ after, batchSize = 2_000, signal }: FollowOptions): AsyncGenerator<Batch> {
    let next = after === undefined ? 0 : Number(after / 10n) + 1;
    let at = after;
    while (!signal.aborted) {
      const events = this.events.slice(next, next + batchSize);
      next += events.length;
      at = events.at(-1)?.position ?? at;
      yield { events, position: at, caughtUp: next === this.events.length };
      if (next === this.events.length) await this.#grown(signal);
      else await sleep(0);
    }
  }

  #grown(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      this.#waiting.push(resolve);
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }

  get store(): Pick<Store, 'follow' | 'lastPosition' | 'send' | 'readEvents'> {
    return {
      follow: (options) => this.#follow(options),
      lastPosition: async () => this.lastPosition(),
      readEvents: async (stream, upTo) =>
        this.events.filter((event) => event.stream === stream && event.position <= upTo),
      send: async (target, meta) => {
        if (target.stream !== 'incident') throw new Error(`no ${target.stream} in this log`);
        await this.beforeCommand(target.id, target.command);
        return this.incident(target.id, target.command, meta);
      },
    };
  }
}
