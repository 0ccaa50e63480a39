import { longText, optionalTextFault, textFault } from '../../check.ts';
import { type Rejection, reject } from '../../rejection.ts';
import type { UnitContext } from '../context.ts';
import type { Unit } from '../events.ts';
import type { ReserveCommand, ReserveEvent } from './events.ts';

type Decision = readonly ReserveEvent[] | Rejection;
type Of<T extends ReserveCommand['type']> = Extract<ReserveCommand, { type: T }>['data'];

function untilFault(until: string | undefined, now: string): Rejection | undefined {
  if (until === undefined) return undefined;
  const time = Date.parse(until);
  if (Number.isNaN(time)) return reject('notATime', { value: until }, 'until');
  return time > Date.parse(now) ? undefined : reject('inThePast', { value: until, now }, 'until');
}

/** A unit that is committed may be held as well: it then comes back into the reserve. */
function hold(data: Of<'HoldInReserve'>, unit: Unit, { now }: UnitContext): Decision {
  if (!unit.onDuty) return reject('unitOffDuty', { callSign: unit.facts?.callSign ?? '' }, 'unit');
  const fault = textFault(data.reason, 'reason', longText) ?? untilFault(data.until, now);
  if (fault) return fault;
  const { reserve } = unit;
  if (reserve?.reason === data.reason && reserve.until === data.until) return [];
  return [{ type: 'UnitHeldInReserve', data }];
}

function release(data: Of<'ReleaseFromReserve'>, unit: Unit): Decision {
  if (!unit.reserve) return [];
  const fault = optionalTextFault(data.reason, 'reason', longText);
  return fault ?? [{ type: 'UnitReleasedFromReserve', data }];
}

export function decideReserve(command: ReserveCommand, unit: Unit, context: UnitContext): Decision {
  switch (command.type) {
    case 'HoldInReserve':
      return hold(command.data, unit, context);
    case 'ReleaseFromReserve':
      return release(command.data, unit);
    case 'ExpireReserve':
      return unit.reserve?.until === command.data.until
        ? [{ type: 'UnitReleasedFromReserve', data: { timeOver: true } }]
        : [];
  }
}
