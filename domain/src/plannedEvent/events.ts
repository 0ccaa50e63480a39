import type { Area } from '../city/rules.ts';

// Stored shape: add, never change.

export interface PlannedEventFacts {
  readonly name: string;
  readonly area: Area;
  /** ISO 8601. */
  readonly from: string;
  readonly until: string;
  readonly description: string;
  readonly expectedPeople?: number;
}

/** A place that is manned while the event lasts. */
export interface PostFacts {
  readonly post: string;
  readonly name: string;
  /** In words: a gate, a crossing. */
  readonly place: string;
  readonly department: string;
  readonly people: number;
}

/** A unit that is held for the event; its own stream knows nothing of it. */
export interface HeldUnit {
  readonly unit: string;
  readonly callSign: string;
  readonly department: string;
}

/** A response plan that was put in place, as it then stood. */
export interface AttachedPlan {
  readonly plan: string;
  readonly version: number;
}

export type PlannedEventEvent =
  | {
      readonly type: 'EventScheduled';
      readonly data: PlannedEventFacts & {
        readonly event: string;
        readonly city: string;
        readonly exercise: boolean;
      };
    }
  /** Only what changed, and why. */
  | {
      readonly type: 'EventAmended';
      readonly data: Partial<PlannedEventFacts> & { readonly reason: string };
    }
  | { readonly type: 'EventCancelled'; readonly data: { readonly reason: string } }
  | { readonly type: 'EventBegun'; readonly data: { readonly from: string } }
  | { readonly type: 'EventEnded'; readonly data: { readonly until: string } }
  /** Placing a post again changes it. */
  | { readonly type: 'PostPlaced'; readonly data: PostFacts }
  | {
      readonly type: 'PostRemoved';
      readonly data: { readonly post: string; readonly reason: string };
    }
  | { readonly type: 'EventUnitPlaced'; readonly data: HeldUnit }
  | { readonly type: 'EventUnitReleased'; readonly data: { readonly unit: string } }
  | { readonly type: 'EventPlanAttached'; readonly data: AttachedPlan }
  | { readonly type: 'EventPlanDetached'; readonly data: { readonly plan: string } };

export type PlannedEventCommand =
  | {
      readonly type: 'ScheduleEvent';
      readonly data: PlannedEventFacts & {
        readonly event: string;
        readonly city: string;
        readonly exercise?: boolean;
      };
    }
  | {
      readonly type: 'AmendEvent';
      readonly data: Partial<PlannedEventFacts> & { readonly reason: string };
    }
  | { readonly type: 'CancelEvent'; readonly data: { readonly reason: string } }
  /** By timer; `from` and `until` are the times that the timers were set for. */
  | { readonly type: 'BeginEvent'; readonly data: { readonly from: string } }
  | { readonly type: 'EndEvent'; readonly data: { readonly until: string } }
  /** By people, ahead of the window, which is moved to now. */
  | {
      readonly type: 'TurnEventNow';
      readonly data: { readonly turn: 'begin' | 'end'; readonly reason: string };
    }
  | { readonly type: 'PlacePost'; readonly data: PostFacts }
  | {
      readonly type: 'RemovePost';
      readonly data: { readonly post: string; readonly reason: string };
    }
  | { readonly type: 'PlaceUnit'; readonly data: HeldUnit }
  | { readonly type: 'ReleaseUnit'; readonly data: { readonly unit: string } }
  | { readonly type: 'AttachPlan'; readonly data: { readonly plan: string } }
  | { readonly type: 'DetachPlan'; readonly data: { readonly plan: string } };

export type PlannedEventStatus = 'scheduled' | 'underway' | 'ended' | 'cancelled';

export interface PlannedEvent {
  readonly id: string;
  readonly city: string;
  readonly status: 'none' | PlannedEventStatus;
  readonly facts?: PlannedEventFacts;
  readonly exercise: boolean;
  readonly posts: ReadonlyMap<string, PostFacts>;
  readonly units: ReadonlyMap<string, HeldUnit>;
  readonly plans: ReadonlyMap<string, AttachedPlan>;
}
