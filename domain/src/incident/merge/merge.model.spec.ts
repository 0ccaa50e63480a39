import fc from 'fast-check';
import { expect, it } from 'vitest';
import { city } from '../../city.testkit.ts';
import { call } from '../../incident.testkit.ts';
import { position, type Recorded, revision } from '../../metadata.ts';
import { merging } from '../../policies/merging.ts';
import { isRejection } from '../../rejection.ts';
import { dispatcher, now, recorded } from '../../specification.testkit.ts';
import type { LogEvent } from '../../tocsinEvent.ts';
import type { IncidentCommand } from '../commands.ts';
import { incidentDecider } from '../decide.ts';
import type { IncidentEvent } from '../events.ts';
import type { Incident } from '../incident.ts';

interface Sent {
  readonly id: string;
  readonly command: IncidentCommand;
  readonly commandId: string;
}

/** The incidents' streams, the log, and the policy that follows it from a checkpoint. */
class World {
  readonly #streams = new Map<string, Incident>();
  readonly #log: LogEvent[] = [];
  readonly #answered = new Set<string>();
  #reports = 0;
  /** What the policy has handled for good, and what it has sent since. */
  #checkpoint = 0;
  #sent = 0;
  #queue: Sent[] = [];

  constructor(incidents: number) {
    for (let n = 0; n < incidents; n += 1) {
      const data = { ...call, incident: `i-${n}`, report: this.#nextReport() };
      this.send(`i-${n}`, { type: 'ReportIncident', data });
    }
  }

  #nextReport(): string {
    this.#reports += 1;
    return `r-${this.#reports}`;
  }

  state(id: string): Incident {
    return this.#streams.get(id) ?? incidentDecider.initial;
  }

  /** Decides as the store does: `target` may be as old as the caller's reading of it. */
  send(id: string, command: IncidentCommand, target?: Incident, commandId?: string): void {
    if (commandId !== undefined && this.#answered.has(commandId)) return;
    const state = this.state(id);
    const context = { now, actor: dispatcher, city, target };
    const decided = incidentDecider.decide(command, state, context);
    if (isRejection(decided)) return;
    if (decided.length > 0 && commandId !== undefined) this.#answered.add(commandId);
    for (const event of decided) this.#append(id, recorded<IncidentEvent>(event));
  }

  #append(id: string, event: Recorded<IncidentEvent>): void {
    this.#streams.set(id, incidentDecider.evolve(this.state(id), event));
    const at = this.#log.length;
    this.#log.push({
      ...event,
      id: `event-${at}`,
      stream: `incident-${id}`,
      revision: revision(at),
      position: position(at),
    });
  }

  link(id: string): void {
    const { place, what, reporter } = call;
    const data = { report: this.#nextReport(), channel: 'citizen', place, what, reporter } as const;
    this.send(id, { type: 'LinkReport', data });
    if (!this.state(id).linked.has(data.report)) this.#reports -= 1;
  }

  /** The policy reads on by so many events. */
  react(events: number): void {
    for (const event of this.#log.slice(this.#sent, this.#sent + events)) {
      for (const reaction of merging.react(event))
        if (reaction.kind === 'command' && reaction.target.stream === 'incident')
          this.#queue.push({ ...reaction.target, commandId: reaction.commandId });
      this.#sent += 1;
    }
  }

  /** One of the streams that have commands waiting gets its next one; their order is kept. */
  deliver(which: number): void {
    const streams = [...new Set(this.#queue.map(({ id }) => id))];
    const id = streams[which % streams.length];
    const at = this.#queue.findIndex((sent) => sent.id === id);
    const [next] = at < 0 ? [] : this.#queue.splice(at, 1);
    if (next) this.send(next.id, next.command, undefined, next.commandId);
    if (this.#queue.length === 0) this.#checkpoint = this.#sent;
  }

  /** All that is not checkpointed is done again. */
  crash(): void {
    this.#queue = [];
    this.#sent = this.#checkpoint;
  }

  settle(): void {
    while (this.#queue.length > 0 || this.#sent < this.#log.length) {
      this.react(1);
      this.deliver(0);
    }
  }

  check(): void {
    const all = [...this.#streams.values()];
    const reports = all.flatMap(({ report, linked }) => [report, ...linked.keys()]);
    expect(reports).toHaveLength(this.#reports);
    expect(new Set(reports).size).toBe(this.#reports);
    for (const { id, status, merged, absorbed } of all) {
      const inside = all.filter((one) => one.merged?.into === id);
      expect([...absorbed.keys()].sort()).toEqual(inside.map((one) => one.id).sort());
      expect(status === 'merged').toBe(merged !== undefined);
      if (merged) expect(this.state(merged.into).status).not.toBe('merged');
      for (const one of inside)
        expect(absorbed.get(one.id)?.reports).toEqual([one.report, ...one.linked.keys()]);
    }
  }

  /** Each incident as it now stands, for who reads it before somebody else acts. */
  read(): ReadonlyMap<string, Incident> {
    return new Map(this.#streams);
  }

  ids(): readonly string[] {
    return [...this.#streams.keys()];
  }
}

const reason = 'The same';
interface Step {
  readonly deed: number;
  readonly one: number;
  readonly other: number;
}
interface Deed {
  readonly world: World;
  readonly id: string;
  readonly into: string;
  readonly one: number;
  /** What somebody read a while ago. */
  readonly stale: ReadonlyMap<string, Incident>;
}

const mergeSeen = ({ world, id, into }: Deed, target: Incident | undefined): void =>
  world.send(id, { type: 'MergeIncident', data: { into, reason } }, target);

function unlinkOne({ world, id, one }: Deed): void {
  const linked = [...world.state(id).linked.keys()];
  const report = linked[one % Math.max(linked.length, 1)] ?? '';
  world.send(id, { type: 'UnlinkReport', data: { report, reason } });
}

const deeds: readonly ((deed: Deed) => void)[] = [
  (deed) => mergeSeen(deed, deed.world.state(deed.into)),
  (deed) => mergeSeen(deed, deed.world.state(deed.into)),
  (deed) => mergeSeen(deed, deed.stale.get(deed.into)),
  (deed) => mergeSeen(deed, deed.stale.get(deed.into)),
  ({ world, id }) => world.send(id, { type: 'UndoMerge', data: { reason } }),
  ({ world, id }) => world.link(id),
  unlinkOne,
  ({ world, id }) =>
    world.send(id, { type: 'CancelIncident', data: { reason: 'false', note: 'Nobody' } }),
  ({ world, id }) => world.send(id, { type: 'ReopenIncident', data: { reason } }),
  ({ world, one }) => world.react(one),
  ({ world, one }) => world.deliver(one),
  ({ world, one }) => world.deliver(one),
  ({ world }) => world.crash(),
];

function act(world: World, { deed, one, other }: Step, stale: Deed['stale']): void {
  const ids = world.ids();
  const id = ids[one % ids.length] ?? '';
  const into = ids[other % ids.length] ?? '';
  deeds[deed]?.({ world, id, into, one, stale });
}

it('[J3] [J4] [J5] merges, undoings and links, raced and crashed between the streams', () => {
  const steps = fc.array(
    fc.record({ deed: fc.nat(deeds.length - 1), one: fc.nat(5), other: fc.nat(5) }),
    { maxLength: 120 },
  );
  fc.assert(
    fc.property(steps, (all) => {
      const world = new World(4);
      let stale = world.read();
      for (const [at, step] of all.entries()) {
        act(world, step, stale);
        if (at % 5 === 4) stale = world.read();
      }
      world.settle();
      world.check();
    }),
    { numRuns: 1000 },
  );
});
