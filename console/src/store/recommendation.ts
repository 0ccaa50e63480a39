import type { Considered, Recommendation } from '../api/types.ts';

const canGo: readonly Considered['reason'][] = ['CHOSEN', 'FARTHER', 'POSITION_UNKNOWN'];

/** Its place among those that could go, from 1; 0: it was not among them. */
export const rankOf = ({ considered }: Recommendation, unit: string): number =>
  considered.filter(({ reason }) => canGo.includes(reason)).findIndex((one) => one.unit === unit) +
  1;

export const chosenOf = ({ considered }: Recommendation): readonly string[] =>
  considered.filter(({ reason }) => reason === 'CHOSEN').map(({ unit }) => unit);

/** What was shown when the unit is sent, as the dispatch keeps it. */
export const keptOf = (shown: Recommendation, unit: string) => ({
  rule: shown.rule,
  capability: shown.capability,
  rank: rankOf(shown, unit),
  chosen: [...chosenOf(shown)],
  considered: shown.considered.map(({ unit: id, callSign, seconds, reason }) => ({
    unit: id,
    callSign,
    seconds,
    reason,
  })),
});

/** Whether the picked are not just the recommended: then the dispatcher may say why. */
export const isOther = (shown: Recommendation, picked: readonly string[]): boolean =>
  picked.some((unit) => !chosenOf(shown).includes(unit));

/** Whether one of the picked is held in reserve: then the dispatcher must say why. */
export const isFromReserve = ({ considered }: Recommendation, picked: readonly string[]): boolean =>
  considered.some(({ unit, reason }) => reason === 'IN_RESERVE' && picked.includes(unit));
