import type { City } from '../city/city.ts';
import type { CityContext } from '../cityContext.ts';
import type { Rejection } from '../rejection.ts';
import type { DepotEvent } from './events.ts';

/** The city is known: there is a depot to decide about. */
export interface OpenContext extends CityContext {
  readonly city: City;
}

export type DepotDecision = readonly DepotEvent[] | Rejection;
