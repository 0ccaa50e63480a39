import { longText, textFault } from '../../check.ts';
import { isNamed } from '../../privacy/person.ts';
import { reject } from '../../rejection.ts';
import type { Decision } from '../context.ts';
import { statusFault } from '../faults.ts';
import type { Incident } from '../incident.ts';
import { isHeld } from '../retention/state.ts';
import type { PrivacyCommand } from './commands.ts';

function erase(reason: string, incident: Incident): Decision {
  const fault =
    textFault(reason, 'reason', longText) ??
    statusFault(incident, 'resolved', 'closed', 'cancelled', 'merged') ??
    (isHeld(incident) ? reject('legalHold', {}, 'incident') : undefined);
  if (fault) return fault;
  const erased = new Set(incident.erased?.keys);
  const keys = incident.personalKeys.filter((key) => !erased.has(key));
  const reporters = [incident, ...incident.linked.values()].map(({ reporter }) => reporter);
  const inClear = reporters.filter(isNamed).length;
  if (keys.length === 0)
    return inClear === 0 ? [] : reject('personalDataInClear', { count: inClear }, 'incident');
  const data = { reason, keys, ...(inClear > 0 && { inClear }) };
  return [{ type: 'PersonalDataErased', data }];
}

/** While somebody may have to be called back, or a court wants it, nothing is erased. */
export const decidePrivacy = (command: PrivacyCommand, incident: Incident): Decision =>
  command.type === 'ErasePersonalData' ? erase(command.data.reason, incident) : [];
