import { createHmac } from 'node:crypto';
import { canonicalJson } from '../codec/canonicalJson.ts';
import { canonicalHash } from '../codec/hash.ts';
import type { Fact } from '../fact.ts';
import type { Reporter } from '../incident/intake/events.ts';
import type { KeyStore, PersonalKey } from '../privacy/keyStore.ts';
import { isNamed } from '../privacy/person.ts';

/** What tells a command from another one under the same id, and what it needs to be recorded. */
export interface Digest {
  readonly digest: string;
  /** Whether a recorded digest is this command's. */
  readonly isOf: (recorded: string) => boolean;
  /** What the person whom the command names is encrypted with. */
  readonly key?: PersonalKey;
}

interface OnReporter {
  readonly reporter: Reporter;
}

const reporterOf = (command: Fact): Reporter | undefined =>
  command.type === 'ReportIncident' || command.type === 'LinkReport'
    ? (command.data as OnReporter).reporter
    : undefined;

const hmac = (key: Uint8Array, value: unknown): string =>
  createHmac('sha256', key).update(canonicalJson(value)).digest('hex');

/**
 * A bare hash of what was asked would let whoever has it try out what was left out of an export, or
 * the telephone number of somebody who was erased. So it is keyed; a named person goes into it by
 * the incident's own key, with which that part is gone as well. What was recorded before there were
 * keys has the bare hash.
 */
export async function digestOf(
  keys: KeyStore | undefined,
  incident: string,
  command: Fact,
): Promise<Digest> {
  if (!keys) {
    const digest = canonicalHash(command);
    return { digest, isOf: (recorded) => recorded === digest };
  }
  const reporter = reporterOf(command);
  const named = reporter !== undefined && isNamed(reporter);
  const needed = named || reporter?.protected !== undefined || command.type === 'UnlinkReport';
  const key = needed ? await keys.current(incident) : undefined;
  const asked =
    named && key
      ? { ...command, data: { ...command.data, reporter: hmac(key.bytes, reporter) } }
      : command;
  const digest = hmac(keys.digestKey, asked);
  const isOf = (recorded: string): boolean =>
    recorded === digest || recorded === canonicalHash(command);
  return { digest, isOf, ...(key && { key }) };
}
