import { derivedId } from '../derivedId.ts';
import type { LogEvent } from '../tocsinEvent.ts';
import type { Policy, Reaction } from './policy.ts';

const timerOf = (unit: string): string => `reserve:${unit}`;

/** A unit that is held in reserve until a time is released then. */
function react(event: LogEvent): readonly Reaction[] {
  const unit = event.stream.slice('unit-'.length);
  const timer = timerOf(unit);
  switch (event.type) {
    case 'UnitHeldInReserve': {
      const { until } = event.data;
      if (until === undefined) return [{ kind: 'cancel', timer }];
      const command = { type: 'ExpireReserve', data: { until } } as const;
      const target = { stream: 'unit', id: unit, command } as const;
      const commandId = derivedId('reserve', unit, until, event.id);
      return [{ kind: 'schedule', timer, due: until, target, commandId }];
    }
    case 'UnitReleasedFromReserve':
      return [{ kind: 'cancel', timer }];
    default:
      return [];
  }
}

export const reserve: Policy = { name: 'reserve', react };
