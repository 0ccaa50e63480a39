import type { Stage } from '../api/types.ts';

/** A unit's stages in order; transporting and at destination may be left out. */
export const stageOrder: readonly Stage[] = [
  'DISPATCHED',
  'EN_ROUTE',
  'ON_SCENE',
  'TRANSPORTING',
  'AT_DESTINATION',
  'CLEARED',
];

/** The stages that may be recorded next, the likeliest first. */
export function laterStages(stage: Stage): readonly Stage[] {
  const at = stageOrder.indexOf(stage);
  if (at < 0) return [];
  const later = stageOrder.slice(at + 1);
  // Most units carry nobody: after the scene they clear.
  return stage === 'ON_SCENE' ? ['CLEARED', ...later.filter((one) => one !== 'CLEARED')] : later;
}
