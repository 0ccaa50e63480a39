import { demoProfile } from '../demoCity/demoProfile.ts';
import type { ProfileFile } from './profileFile.ts';

const demo = demoProfile();
const kinds = new Set<string>();

/** The demo city with little of what it has much of: quickly written and read. */
export const smallProfile: ProfileFile = {
  ...demo,
  cells: demo.cells.slice(0, 12),
  streets: demo.streets.slice(0, 2),
  plans: demo.plans.slice(0, 2),
  units: demo.units.filter(({ kind, callSign }) => {
    if (kinds.has(kind)) return callSign === 'P02';
    kinds.add(kind);
    return true;
  }),
};
