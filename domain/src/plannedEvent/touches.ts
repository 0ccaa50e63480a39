import type { Recorded } from '../metadata.ts';
import type { PlannedEventCommand, PlannedEventEvent } from './events.ts';

type About = PlannedEventCommand | PlannedEventEvent;

/** What a command or event is about: one post, unit or plan, or the event as a whole. */
function subjectOf({ type, data }: About): string {
  switch (type) {
    case 'PlacePost':
    case 'RemovePost':
    case 'PostPlaced':
    case 'PostRemoved':
      return `post ${data.post}`;
    case 'PlaceUnit':
    case 'ReleaseUnit':
    case 'EventUnitPlaced':
    case 'EventUnitReleased':
      return `unit ${data.unit}`;
    case 'AttachPlan':
    case 'DetachPlan':
    case 'EventPlanAttached':
    case 'EventPlanDetached':
      return `plan ${data.plan}`;
    default:
      return 'event';
  }
}

/** Posts, units and plans are placed side by side; what concerns the event as a whole is one. */
export const touches = (
  command: PlannedEventCommand,
  event: Recorded<PlannedEventEvent>,
): boolean => subjectOf(command) === subjectOf(event);
