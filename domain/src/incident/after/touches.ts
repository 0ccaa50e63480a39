import type { Recorded } from '../../metadata.ts';
import type { IncidentEvent } from '../events.ts';
import type { AfterCommand } from './commands.ts';

const turns: readonly IncidentEvent['type'][] = [
  'ActionDone',
  'ActionVerified',
  'ActionReturned',
  'ActionCancelled',
];
const harmless: readonly AfterCommand['type'][] = [
  'RecordFinding',
  'AssignAction',
  'ReportAction',
  'EscalateAction',
];

/** Whether somebody else turned the same action meanwhile. */
export const touchesAfter = (command: AfterCommand, event: Recorded<IncidentEvent>): boolean =>
  !harmless.includes(command.type) &&
  turns.includes(event.type) &&
  'action' in command.data &&
  'action' in event.data &&
  event.data.action === command.data.action;
