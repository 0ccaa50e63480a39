import type { CityContext } from '../cityContext.ts';
import type { Decider } from '../decider.ts';
import type { Recorded } from '../metadata.ts';
import { type Rejection, reject } from '../rejection.ts';
import type { Warning, WarningCommand, WarningEvent } from './events.ts';

const noWarning: Warning = { id: '', city: '', status: 'none', exercise: false };

function evolve(_warning: Warning, { data }: Recorded<WarningEvent>): Warning {
  const { warning: id, city, exercise, issuer, ...facts } = data;
  return { id, city, status: 'inForce', facts, exercise };
}

function decide(
  { data }: WarningCommand,
  warning: Warning,
  { city }: CityContext,
): readonly WarningEvent[] | Rejection {
  if (warning.status !== 'none')
    return reject('alreadyExists', { warning: data.warning }, 'warning');
  if (!city) return reject('unknownCity', { city: data.city }, 'city');
  return [{ type: 'WarningIssued', data: { ...data, exercise: data.exercise ?? false } }];
}

/** One warning, from its issue to its lifting. */
export const warningDecider: Decider<Warning, WarningCommand, WarningEvent, CityContext> = {
  initial: noWarning,
  evolve,
  decide,
  touches: () => true,
  exercise: (warning, event) =>
    event.type === 'WarningIssued' ? event.data.exercise : warning.exercise,
};
