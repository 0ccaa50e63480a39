import type { LogEvent } from '@tocsin/domain';
import type { Outcome, Timed } from '@tocsin/domain/store';

/** A batch of events that is in the read models. */
export interface Projected extends Timed {
  readonly events: readonly LogEvent[];
  /** When its writing began, on the clock of `Timed`. */
  readonly writing: number;
}

/** A process manager's command that was answered. */
export interface Ordered {
  readonly policy: string;
  readonly outcome: Outcome['kind'];
}

/** Told of what a runner does, for figures and traces. It must not throw. */
export interface RunnerObserver {
  /** It leads, or no longer does. */
  leading?(leads: boolean): void;
  projected?(batch: Projected): void;
  ordered?(order: Ordered): void;
  /** A timer's command was answered. */
  fired?(policy: string): void;
}

/** Tells each of them. */
export const together = (observers: readonly RunnerObserver[]): Required<RunnerObserver> => ({
  leading: (leads) => {
    for (const one of observers) one.leading?.(leads);
  },
  projected: (batch) => {
    for (const one of observers) one.projected?.(batch);
  },
  ordered: (order) => {
    for (const one of observers) one.ordered?.(order);
  },
  fired: (policy) => {
    for (const one of observers) one.fired?.(policy);
  },
});
