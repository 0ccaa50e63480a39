import { cityDecider } from '../city/decide.ts';
import type { Decider } from '../decider.ts';
import type { Fact } from '../fact.ts';
import { incidentDecider } from '../incident/decide.ts';
import { personDecider } from '../person/decide.ts';
import { unitDecider } from '../unit/decide.ts';

export const streamPrefixes = ['incident-', 'unit-', 'city-', 'person-'] as const;

/** A decider and the streams it lives in: `<prefix><id>`. */
export interface Aggregate<State, Command, Event extends Fact, Context> {
  readonly decider: Decider<State, Command, Event, Context>;
  readonly prefix: (typeof streamPrefixes)[number];
}

export const incidents = { decider: incidentDecider, prefix: 'incident-' } as const;
export const units = { decider: unitDecider, prefix: 'unit-' } as const;
export const cities = { decider: cityDecider, prefix: 'city-' } as const;
export const people = { decider: personDecider, prefix: 'person-' } as const;
