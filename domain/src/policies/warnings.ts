import { derivedId } from '../derivedId.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import type { Policy, Reaction } from './policy.ts';

function expiry(warning: string, until: string): Reaction {
  return {
    kind: 'schedule',
    timer: `warning:${warning}`,
    due: until,
    target: {
      stream: 'warning',
      id: warning,
      command: { type: 'ExpireWarning', data: { until } },
    },
    commandId: derivedId('warnings', warning, until),
  };
}

/** A warning expires by itself at the end of its validity, wherever an adjustment has put that. */
function react(event: LogEvent): readonly Reaction[] {
  const warning = event.stream.slice('warning-'.length);
  switch (event.type) {
    case 'WarningIssued':
      return [expiry(warning, event.data.until)];
    case 'WarningAdjusted':
      return event.data.until === undefined ? [] : [expiry(warning, event.data.until)];
    case 'WarningLifted':
      return [{ kind: 'cancel', timer: `warning:${warning}` }];
    default:
      return [];
  }
}

export const warnings: Policy = { name: 'warnings', react };
