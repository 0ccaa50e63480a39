import type { Recorded } from '../../metadata.ts';
import { incidentOfKey } from '../../privacy/keyStore.ts';
import { evidence } from '../evidence.ts';
import type { Incident } from '../incident.ts';
import type { Reporter } from '../intake/events.ts';
import type { PersonalDataErased } from './events.ts';

/** The incident's own keys that its record names, with that of a person just reported. */
export function withKeyOf({ id, personalKeys }: Incident, reporter: Reporter): readonly string[] {
  const key = reporter.protected?.key;
  const known = key === undefined || incidentOfKey(key) !== id || personalKeys.includes(key);
  return known ? personalKeys : [...personalKeys, key];
}

export function evolveErased(incident: Incident, event: Recorded<PersonalDataErased>): Incident {
  const { reason, keys } = event.data;
  const before = incident.erased?.keys ?? [];
  return { ...incident, erased: { ...evidence(event), reason, keys: [...before, ...keys] } };
}
