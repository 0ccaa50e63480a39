import type { CommitmentStage, ReleaseCause } from '../unit/events.ts';
import type { ReleasedUnit } from './events.ts';
import { type Commitment, type Incident, isCommitted } from './incident.ts';

const before: readonly CommitmentStage[] = ['stacked', 'dispatched', 'enRoute'];
const causes: readonly ReleaseCause[] = ['resolved', 'cancelled', 'merged', 'closed'];

/** It was on scene and is not cleared: only whoever commands there lets it go. */
export const hasArrived = (commitment: Commitment): boolean =>
  isCommitted(commitment) && !before.includes(commitment.stage);

/** The units that an end of the incident calls back: promised, or under way and not there yet. */
export function toRelease(incident: Incident): { readonly release?: readonly ReleasedUnit[] } {
  const release = [...incident.commitments.values()]
    .filter(({ stage }) => before.includes(stage))
    .map(({ unit, assignment }) => ({ unit, assignment }));
  return release.length === 0 ? {} : { release };
}

/** How the incident has ended, if it has. */
export const endOf = ({ status }: Incident): ReleaseCause | undefined =>
  causes.find((cause) => cause === status);
