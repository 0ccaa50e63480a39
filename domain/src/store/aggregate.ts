import { accessDecider } from '../access/decide.ts';
import { cityDecider } from '../city/decide.ts';
import type { Decider } from '../decider.ts';
import { depotDecider } from '../depot/decide.ts';
import { dutyDecider } from '../duty/decide.ts';
import type { Fact } from '../fact.ts';
import { incidentDecider } from '../incident/decide.ts';
import { personDecider } from '../person/decide.ts';
import { plannedEventDecider } from '../plannedEvent/decide.ts';
import type { StreamKind } from '../streams.ts';
import { unitDecider } from '../unit/decide.ts';
import { warningDecider } from '../warning/decide.ts';

export type StreamPrefix = `${StreamKind}-`;

/** A decider and the streams it lives in: `<prefix><id>`. */
export interface Aggregate<State, Command, Event extends Fact, Context> {
  readonly decider: Decider<State, Command, Event, Context>;
  readonly prefix: StreamPrefix;
  readonly kind: StreamKind;
}

export const incidents = {
  decider: incidentDecider,
  prefix: 'incident-',
  kind: 'incident',
} as const;
export const units = { decider: unitDecider, prefix: 'unit-', kind: 'unit' } as const;
export const cities = { decider: cityDecider, prefix: 'city-', kind: 'city' } as const;
export const people = { decider: personDecider, prefix: 'person-', kind: 'person' } as const;
export const depots = { decider: depotDecider, prefix: 'depot-', kind: 'depot' } as const;
export const warnings = { decider: warningDecider, prefix: 'warning-', kind: 'warning' } as const;
export const plannedEvents = {
  decider: plannedEventDecider,
  prefix: 'plannedEvent-',
  kind: 'plannedEvent',
} as const;
export const duties = { decider: dutyDecider, prefix: 'duty-', kind: 'duty' } as const;
export const accesses = { decider: accessDecider, prefix: 'access-', kind: 'access' } as const;

export const streamPrefixes: readonly StreamPrefix[] = [
  incidents,
  units,
  cities,
  people,
  depots,
  warnings,
  plannedEvents,
  duties,
  accesses,
].map(({ prefix }) => prefix);
