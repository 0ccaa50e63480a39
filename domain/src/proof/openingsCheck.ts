import { type FieldCommitment, isCommitment, opens } from '../privacy/commitment.ts';
import type { KeyStore } from '../privacy/keyStore.ts';
import { isEncryptedOpening } from '../privacy/openings.ts';
import { decrypted } from '../privacy/person.ts';
import type { ReportFault } from './fault.ts';

/** Where an event stands. */
interface Place {
  readonly stream: string;
  readonly revision: number;
}

/** How many fields were found in each state; none of them is a fault. */
export interface OpeningCounts {
  opened: number;
  /** The key was destroyed: the person was erased. */
  erased: number;
  /** The key is not at hand. */
  closed: number;
  /** Left out of an export, and listed as such. */
  redacted: number;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Every commitment in an event's data, by its path. */
export function commitmentsIn(data: unknown): ReadonlyMap<string, FieldCommitment> {
  const found = new Map<string, FieldCommitment>();
  const walk = (value: unknown, path: string): void => {
    if (!isObject(value)) return;
    if (isCommitment(value)) {
      found.set(path, value);
      return;
    }
    for (const [key, inner] of Object.entries(value))
      walk(inner, path === '' ? key : `${path}.${key}`);
  };
  walk(data, '');
  return found;
}

const noNames: ReadonlySet<string> = new Set();

/** The value at a path as `commitmentsIn` writes it; undefined where none is. */
function valueAt(data: unknown, path: string): unknown {
  let value = data;
  for (const key of path.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value;
}

/** Checks that what lies beside the hashed contents of events is what those were committed to. */
export class OpeningsCheck {
  readonly counts: OpeningCounts = { opened: 0, erased: 0, closed: 0, redacted: 0 };
  readonly #report: ReportFault;
  readonly #keys: Pick<KeyStore, 'find'> | undefined;

  constructor(report: ReportFault, keys?: Pick<KeyStore, 'find'>) {
    this.#report = report;
    this.#keys = keys;
  }

  /** Takes over what was counted elsewhere. */
  add(counts: OpeningCounts): void {
    for (const state of ['opened', 'erased', 'closed', 'redacted'] as const)
      this.counts[state] += counts[state];
  }

  /** One opening was found to be what its event was committed to. */
  opened(): void {
    this.counts.opened += 1;
  }

  /** `withheld` names the fields of which an export says that it leaves them out. */
  check(
    { stream, revision }: Place,
    data: unknown,
    openings: unknown,
    withheld: ReadonlySet<string> = noNames,
  ): void {
    const commitments = commitmentsIn(data);
    const given = isObject(openings) ? openings : {};
    for (const field of Object.keys(given))
      if (!commitments.has(field))
        this.#report({ kind: 'openingChanged', stream, revision, field });
    for (const [field, commitment] of commitments) {
      const opening = given[field];
      if (opening === undefined) {
        if (withheld.has(field)) this.counts.redacted += 1;
        else this.#report({ kind: 'openingMissing', stream, revision, field });
      } else if (!this.#holds(commitment, opening))
        this.#report({ kind: 'openingChanged', stream, revision, field });
    }
  }

  /**
   * The same for data in which so many commitments are known to stand: where each has its opening,
   * which is the usual case, nothing else in the data is looked at.
   */
  checkAll(place: Place, data: unknown, openings: unknown, count: number): void {
    const before = { ...this.counts };
    if (isObject(openings) && this.#allHold(data, openings, count)) return;
    Object.assign(this.counts, before);
    this.check(place, data, openings);
  }

  #allHold(data: unknown, openings: Readonly<Record<string, unknown>>, count: number): boolean {
    const fields = Object.keys(openings);
    if (fields.length !== count) return false;
    return fields.every((field) => {
      const commitment = valueAt(data, field);
      return isCommitment(commitment) && this.#holds(commitment, openings[field]);
    });
  }

  #holds(commitment: FieldCommitment, opening: unknown): boolean {
    if (!isEncryptedOpening(opening)) {
      this.counts.opened += 1;
      return opens(commitment, opening);
    }
    const key = this.#keys?.find(opening.key);
    if (key === 'erased') this.counts.erased += 1;
    else if (key === undefined) this.counts.closed += 1;
    else {
      this.counts.opened += 1;
      return opens(commitment, decrypted(opening, key));
    }
    return true;
  }
}

/** What is told of each event's openings. */
export type ChecksOpenings = Pick<OpeningsCheck, 'check' | 'checkAll' | 'opened'>;
