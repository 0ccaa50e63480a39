import {
  type Actor,
  type Incident,
  type IncidentCommand,
  type IncidentEvent,
  type LogEvent,
  position,
  type Recorded,
  type Rejection,
  revision,
  type Target,
  type TocsinEvent,
  type Unit,
  type UnitCommand,
  type UnitEvent,
} from '@tocsin/domain';
import { cityOf, profile } from '../../domain/src/city.testkit.ts';
import type { IncidentContext } from '../../domain/src/incident/context.ts';
import { incidentDecider } from '../../domain/src/incident/decide.ts';
import { confirmed, reported } from '../../domain/src/incident.testkit.ts';
import { later } from '../../domain/src/specification.testkit.ts';
import type { UnitContext } from '../../domain/src/unit/context.ts';
import { unitDecider } from '../../domain/src/unit/decide.ts';
import { facts } from '../../domain/src/unit.testkit.ts';
import { Stream } from './stream.testkit.ts';

const named = (id: string) => ({ id, name: { zh: id, en: id } });
const city = cityOf({
  ...profile,
  jurisdictions: [named('north')],
  capabilities: [named('water')],
});

export const ownUnits = ['xinghe.E1', 'xinghe.E2'] as const;
export const lentUnit = 'xinghe.north-N7';
export const incidentIds = ['i-1', 'i-2'] as const;

export type Answer = Rejection | { readonly conflict: readonly string[] } | undefined;

interface Sent {
  readonly commandId: string;
  readonly actor: Actor;
  /** When it happened, if not now. */
  readonly occurredAt?: string;
  /** How many events of the stream its sender had seen; left out: whatever there is. */
  readonly seen?: number;
}

/** Two units, two incidents, the log of all of them, and the store's rules for commands. */
export class TwoStreams {
  readonly log: LogEvent[] = [];
  readonly #units = new Map<string, Stream<Unit, UnitCommand, UnitEvent, UnitContext>>();
  readonly #incidents = new Map<
    string,
    Stream<Incident, IncidentCommand, IncidentEvent, IncidentContext>
  >();
  readonly #answered = new Set<string>();
  #seconds = 0;

  constructor() {
    for (const id of ownUnits) {
      const callSign = id.slice('xinghe.'.length);
      const registered = { ...facts, unit: id, callSign };
      const unit = this.unit(id);
      unit.append(
        [
          { type: 'UnitRegistered', data: registered },
          { type: 'UnitOnDuty', data: {} },
        ],
        -1,
        {},
      );
      this.#write(`unit-${id}`, unit.events, 0);
    }
    for (const id of incidentIds) {
      const incident = this.incident(id);
      incident.append(
        [{ ...reported, data: { ...reported.data, incident: id } }, confirmed],
        -1,
        {},
      );
      this.#write(`incident-${id}`, incident.events, 0);
    }
  }

  get now(): string {
    return later(this.#seconds);
  }

  pass(seconds: number): void {
    this.#seconds += seconds;
  }

  unit(id: string) {
    return got(this.#units, id, () => new Stream(unitDecider));
  }

  incident(id: string) {
    return got(this.#incidents, id, () => new Stream(incidentDecider));
  }

  /**
   * As the store does it: known by its id it changes nothing; what touches it since its sender
   * looked is a conflict; else it is decided on the newest state.
   */
  send(target: Target, { commandId, actor, occurredAt, seen }: Sent): Answer {
    const key = `${target.stream}-${target.id} ${commandId}`;
    if (this.#answered.has(key)) return undefined;
    const how = { by: actor, at: occurredAt ?? this.now, written: this.now };
    const common = { now: this.now, actor, city };
    const before = this.log.length;
    let answer: Answer;
    if (target.stream === 'unit') {
      const { command, id } = target;
      const stream = this.unit(id);
      const aim = command.type === 'DispatchUnit' ? command.data.incident : '';
      const incident = this.#incidents.get(aim)?.state;
      const touching = stream.events
        .slice(seen ?? stream.events.length)
        .filter((event) => unitDecider.touches(command, event));
      const from = stream.events.length;
      if (touching.length > 0) answer = { conflict: touching.map(({ type }) => type) };
      else answer = stream.handle(command, { ...common, incident }, how);
      this.#write(`unit-${id}`, stream.events, from);
    } else if (target.stream === 'incident') {
      const stream = this.incident(target.id);
      const from = stream.events.length;
      answer = stream.handle(target.command, common, how);
      this.#write(`incident-${target.id}`, stream.events, from);
    } else throw new Error(`no ${target.stream} here`);
    if (this.log.length > before) this.#answered.add(key);
    return answer;
  }

  #write(stream: string, events: readonly Recorded<TocsinEvent>[], from: number): void {
    for (const [at, event] of events.entries()) {
      if (at < from) continue;
      const place = { stream, revision: revision(at), position: position(this.log.length) };
      this.log.push({ ...event, ...place, id: `${stream}@${at}` });
    }
  }
}

function got<T>(map: Map<string, T>, id: string, make: () => T): T {
  const known = map.get(id) ?? make();
  map.set(id, known);
  return known;
}
