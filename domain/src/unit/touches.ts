import type { Recorded } from '../metadata.ts';
import type { UnitCommand, UnitEvent } from './events.ts';

/** Come by themselves all the time, and stand in nobody's way. */
const harmlessEvents: readonly UnitEvent['type'][] = [
  'UnitPositionReported',
  'ParRequested',
  'ParConfirmed',
  'ParOverdue',
  'UnitReturnDue',
];
const harmlessCommands: readonly UnitCommand['type'][] = ['ReportPosition', 'ConfirmPar'];

/** Anything else in a unit's stream is about whether it can be sent, and concerns every command. */
export const touches = (command: UnitCommand, event: Recorded<UnitEvent>): boolean =>
  !harmlessCommands.includes(command.type) && !harmlessEvents.includes(event.type);
