import type { Fact } from '../fact.ts';
import type { Reporter } from '../incident/intake/events.ts';
import type { KeyStore, PersonalKey } from '../privacy/keyStore.ts';
import { isNamed, protectPerson, underKey } from '../privacy/person.ts';
import { StoreError } from './errors.ts';

export interface Keys {
  readonly keys: KeyStore | undefined;
  readonly key: PersonalKey | undefined;
}

function protectedReporter(reporter: Reporter, { keys, key }: Keys): Reporter {
  if (key && keys && reporter.protected) return underKey(reporter, key, keys);
  if (!isNamed(reporter)) return reporter;
  if (!key)
    throw new StoreError('STORE_FAILED', 'there is no key store to keep a person’s data with');
  const { protected: _, ...person } = reporter;
  return { protected: protectPerson(person, key) };
}

type Reported = Fact & { readonly data: { readonly reporter: Reporter } };
type Unlinked = Fact & { readonly data: { readonly becomes: { readonly reporter: Reporter } } };

const isReported = (event: Fact): event is Reported =>
  event.type === 'IncidentReported' || event.type === 'ReportLinked';
const isUnlinked = (event: Fact): event is Unlinked => event.type === 'ReportUnlinked';

/** The event with the person whom it names encrypted; nobody's data are ever appended in clear. */
export function protectedEvent<E extends Fact>(event: E, keys: Keys): E {
  if (isReported(event)) {
    const reporter = protectedReporter(event.data.reporter, keys);
    return { ...event, data: { ...event.data, reporter } };
  }
  if (!isUnlinked(event)) return event;
  const { becomes } = event.data;
  const reporter = protectedReporter(becomes.reporter, keys);
  return { ...event, data: { ...event.data, becomes: { ...becomes, reporter } } };
}
