import { derivedId } from '../derivedId.ts';
import type { IncidentCommand } from '../incident/commands.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import type { Policy, Reaction } from './policy.ts';

const send = (event: LogEvent, id: string, command: IncidentCommand): readonly Reaction[] => [
  {
    kind: 'command',
    target: { stream: 'incident', id, command },
    commandId: derivedId('merging', event.id),
  },
];

/**
 * Tells the other incident what a merge, its undoing or the unlinking of a report means for it. Two
 * incidents merged into each other at once, or one merged into what has just ended, are found here:
 * the one that can't take the other says so, and that merge is undone.
 */
function react(event: LogEvent): readonly Reaction[] {
  const incident = event.stream.slice('incident-'.length);
  switch (event.type) {
    case 'IncidentMerged': {
      const { into, merge, what, reports } = event.data;
      const data = { incident, merge, what, reports };
      return send(event, into, { type: 'AbsorbIncident', data });
    }
    case 'MergeUndone': {
      const { from, merge, refused } = event.data;
      if (refused !== undefined) return [];
      return send(event, from, { type: 'SplitOffIncident', data: { incident, merge } });
    }
    case 'AbsorptionRefused': {
      const { incident: refused, merge, status } = event.data;
      const data = { from: incident, merge, status };
      return send(event, refused, { type: 'UndoRefusedMerge', data });
    }
    case 'ReportUnlinked': {
      const { becomes } = event.data;
      return send(event, becomes.incident, { type: 'ReportIncident', data: becomes });
    }
    default:
      return [];
  }
}

export const merging: Policy = { name: 'merging', react };
