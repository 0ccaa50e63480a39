import type { OpeningCounts, ProofFault, Verified } from '@tocsin/domain/proof';
import { words } from './words/words.ts';

/** As many faults are kept and told; the others are counted. */
const mostKept = 1_000;
const mostTold = 50;

/** The faults found, bounded, and how many there were. */
export class Findings {
  readonly faults: ProofFault[] = [];
  count = 0;

  readonly add = (fault: ProofFault): void => {
    this.count += 1;
    if (this.faults.length < mostKept) this.faults.push(fault);
  };
}

export interface Outcome {
  readonly verified: Verified;
  readonly openings: OpeningCounts;
  /** Of a bundle: whether its manifest is signed. */
  readonly signed?: boolean;
}

/** What was found, in sentences. */
export function outcomeLines(
  { verified, signed, openings }: Outcome,
  findings: Findings,
): string[] {
  const { events, sealed, seals, firstKey, lastSeal } = verified;
  const told = findings.faults.slice(0, mostTold).map((fault) => `✗ ${words.fault(fault)}`);
  const rest = findings.count - told.length;
  return [
    words.events(events, verified.streams),
    ...(lastSeal ? [words.seals(seals, sealed, lastSeal.number, lastSeal.time)] : [words.noSeals]),
    ...(firstKey ? [words.key(firstKey)] : []),
    ...(lastSeal ? [words.lastSeal(lastSeal.number, lastSeal.hash)] : []),
    ...(lastSeal && sealed < events ? [words.unsealed(events - sealed)] : []),
    ...words.openings(openings),
    ...(signed === false ? [words.unsigned] : []),
    ...told,
    ...(rest > 0 ? [words.moreFaults(rest)] : []),
    findings.count === 0 ? `✓ ${words.verified}` : `✗ ${words.notVerified(findings.count)}`,
  ];
}

/** The same for programs. */
export const outcomeJson = ({ verified, signed, openings }: Outcome, findings: Findings): string =>
  JSON.stringify(
    {
      verified: findings.count === 0,
      ...verified,
      openings,
      ...(signed === undefined ? {} : { signed }),
      faultCount: findings.count,
      faults: findings.faults,
    },
    null,
    2,
  );
