import type { Area } from '../city/rules.ts';

// Stored shape: add, never change.

export interface PlannedEventFacts {
  readonly name: string;
  readonly area: Area;
  /** ISO 8601. */
  readonly from: string;
  readonly until: string;
  readonly description: string;
}

export type PlannedEventEvent = {
  readonly type: 'EventScheduled';
  readonly data: PlannedEventFacts & {
    readonly event: string;
    readonly city: string;
    readonly exercise: boolean;
  };
};

export type PlannedEventCommand = {
  readonly type: 'ScheduleEvent';
  readonly data: PlannedEventFacts & {
    readonly event: string;
    readonly city: string;
    readonly exercise?: boolean;
  };
};

export interface PlannedEvent {
  readonly id: string;
  readonly city: string;
  readonly status: 'none' | 'scheduled';
  readonly facts?: PlannedEventFacts;
  readonly exercise: boolean;
}
