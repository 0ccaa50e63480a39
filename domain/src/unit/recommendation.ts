import { firstFault, textFault } from '../check.ts';
import { type Rejection, reject } from '../rejection.ts';

// Stored shape: add, never change.

/** Why a unit is recommended or is not. */
export type Suitability =
  | 'chosen'
  | 'farther'
  | 'positionUnknown'
  | 'offDuty'
  | 'committed'
  | 'inReserve'
  | 'noCapability';

/** What was shown when a unit was sent: why this one, by which version of the rule. */
export interface Recommendation {
  /** `nearest-capable@1` */
  readonly rule: string;
  readonly capability: string;
  /** The sent unit's place among those that could go, from 1; 0: it was not among them. */
  readonly rank: number;
  /** The units that were recommended. */
  readonly chosen: readonly string[];
  readonly considered: readonly {
    readonly unit: string;
    readonly callSign: string;
    /** Estimated travel time, where it could be estimated. */
    readonly seconds?: number;
    readonly reason: Suitability;
  }[];
}

/** Of a long list the first are kept. */
export const mostConsidered = 20;

/** What is wrong with a recommendation that a console says it has shown. */
export function recommendationFault(shown: Recommendation | undefined): Rejection | undefined {
  if (!shown) return undefined;
  const field = 'recommendation';
  const { rank, chosen, considered } = shown;
  if (!Number.isInteger(rank) || rank < 0 || rank > 1_000)
    return reject('outOfRange', { min: 0, max: 1_000 }, `${field}.rank`);
  if (considered.length > mostConsidered)
    return reject('tooMany', { max: mostConsidered }, `${field}.considered`);
  if (chosen.length > mostConsidered)
    return reject('tooMany', { max: mostConsidered }, `${field}.chosen`);
  return firstFault(
    textFault(shown.rule, `${field}.rule`, 64),
    textFault(shown.capability, `${field}.capability`, 64),
    ...chosen.map((unit, at) => textFault(unit, `${field}.chosen[${at}]`, 200)),
    ...considered.flatMap(({ unit, callSign, seconds }, at) => [
      textFault(unit, `${field}.considered[${at}].unit`, 200),
      textFault(callSign, `${field}.considered[${at}].callSign`, 32),
      seconds === undefined || (seconds >= 0 && seconds <= 1_000_000)
        ? undefined
        : reject('outOfRange', { min: 0, max: 1_000_000 }, `${field}.considered[${at}].seconds`),
    ]),
  );
}
