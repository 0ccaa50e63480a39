import {
  firstFault,
  longText,
  oneOfFault,
  optionalTextFault,
  quantityFault,
  shortText,
  textFault,
  timeFault,
} from '../check.ts';
import type { Decider } from '../decider.ts';
import { type Rejection, reject } from '../rejection.ts';
import {
  type AccessCommand,
  type AccessEvent,
  type AccessFacts,
  type AccessKind,
  type AccessLog,
  accessKinds,
} from './events.ts';

export interface AccessContext {
  /** When it is recorded, ISO 8601. */
  readonly now: string;
}

const types = {
  signedIn: 'SignedIn',
  signInRefused: 'SignInRefused',
  personalDataRead: 'PersonalDataRead',
  recordRead: 'RecordRead',
  recordExported: 'RecordExported',
  attemptRefused: 'AttemptRefused',
} as const satisfies Readonly<Record<AccessKind, AccessEvent['type']>>;

/** The longest name of anything that is asked for, as long as the gateway takes one. */
const longestName = 128;

/** The facts and nothing else, whatever else came with them. */
function factsOf(data: AccessFacts): AccessFacts {
  const { what, city, incident, task, department, account, address, detail, reason, code } = data;
  const known = { city, incident, task, department, account, address, detail, reason, code };
  const said = Object.entries(known).filter(([, value]) => value !== undefined);
  return { what, ...Object.fromEntries(said) };
}

const names = ['city', 'incident', 'task', 'department', 'account', 'address', 'code'] as const;

/** A name stands on one line. */
const nameFault = (value: string | undefined, field: string): Rejection | undefined =>
  value?.includes('\n')
    ? reject('controlCharacters', {}, field)
    : optionalTextFault(value, field, longestName);

const factsFault = (facts: AccessFacts): Rejection | undefined =>
  firstFault(
    textFault(facts.what, 'what', longestName),
    ...names.map((name) => nameFault(facts[name], name)),
    optionalTextFault(facts.detail, 'detail', shortText),
    optionalTextFault(facts.reason, 'reason', longText),
  );

function decide(
  { type, data }: AccessCommand,
  _log: AccessLog,
  { now }: AccessContext,
): readonly AccessEvent[] | Rejection {
  const facts = factsOf(data);
  const kind = type === 'RecordAccess' ? data.kind : data.of;
  const fault = oneOfFault(kind, accessKinds, 'kind') ?? factsFault(facts);
  if (fault) return fault;
  if (type === 'RecordRepeats') {
    const { of, count, from, until } = data;
    const wrong = firstFault(
      quantityFault(count, 'count'),
      timeFault(from, now, 'from'),
      timeFault(until, now, 'until'),
      until < from ? reject('endsBeforeStart', { from, until }, 'until') : undefined,
    );
    return wrong ?? [{ type: 'AccessRepeated', data: { ...facts, of, count, from, until } }];
  }
  const refused = kind === 'signInRefused' || kind === 'attemptRefused';
  if (refused && !facts.code) return reject('required', {}, 'code');
  return [{ type: types[data.kind], data: facts } as AccessEvent];
}

/**
 * The access log [查阅记录] that one recorder (a gateway, the command line tools) writes in a day.
 * A stream of its own for each: nobody else appends to it, so whoever waits for a trace never waits
 * for a race; and a sign-in belongs to no city.
 */
export const accessDecider: Decider<AccessLog, AccessCommand, AccessEvent, AccessContext> = {
  initial: { entries: 0 },
  evolve: ({ entries }) => ({ entries: entries + 1 }),
  decide,
  touches: () => false,
};
