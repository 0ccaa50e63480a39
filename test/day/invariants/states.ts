import {
  type Incident,
  incidentDecider,
  type PlannedEvent,
  type Unit,
  type Warning,
} from '@tocsin/domain';
import { plannedEventDecider } from '../../../domain/src/plannedEvent/decide.ts';
import { unitDecider } from '../../../domain/src/unit/decide.ts';
import { warningDecider } from '../../../domain/src/warning/decide.ts';
import { type Log, streamsOf } from './readLog.ts';

/** What every stream of some kinds comes to in the end. */
export interface States {
  readonly incidents: ReadonlyMap<string, Incident>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly warnings: ReadonlyMap<string, Warning>;
  readonly plannedEvents: ReadonlyMap<string, PlannedEvent>;
}

interface Folds<State, Event> {
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
}

function foldOf<State, Event>(log: Log, kind: string, { initial, evolve }: Folds<State, Event>) {
  const all = new Map<string, State>();
  for (const [id, events] of streamsOf(log, kind))
    all.set(
      id,
      events.reduce((known, event) => evolve(known, event as Event), initial),
    );
  return all;
}

export const statesOf = (log: Log): States => ({
  incidents: foldOf(log, 'incident', incidentDecider),
  units: foldOf(log, 'unit', unitDecider),
  warnings: foldOf(log, 'warning', warningDecider),
  plannedEvents: foldOf(log, 'plannedEvent', plannedEventDecider),
});
