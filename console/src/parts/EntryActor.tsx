import type { Entry } from '../api/types.ts';
import { ActorName } from './ActorName.tsx';

/** Who decided what an entry says, be it entered here or carried here by a process manager. */
export const EntryActor = ({ entry: { actor } }: { entry: Entry }) => (
  <ActorName actor={actor.onBehalfOf ?? actor} />
);
