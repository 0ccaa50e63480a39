import type { Evidence } from '../evidence.ts';
import type { GrantedUnit } from './events.ts';

/** A request to another jurisdiction, its answer and its end. */
export interface MutualAid {
  readonly request: string;
  readonly jurisdiction: string;
  readonly capability: string;
  readonly count: number;
  readonly reason: string;
  readonly requested: Evidence;
  readonly answered?: Evidence & { readonly granted: boolean; readonly note: string };
  readonly units: readonly GrantedUnit[];
  readonly ended?: Evidence & { readonly reason: string };
}

/** It was not declined and has not ended. */
export const isOpenMutualAid = ({ answered, ended }: MutualAid): boolean =>
  ended === undefined && answered?.granted !== false;
