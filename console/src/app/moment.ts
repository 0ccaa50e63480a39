import { createContext, useContext } from 'react';
import { useNow } from '../store/clock.ts';

/** A moment in the past that a part of the page shows; null is now. Milliseconds. */
export const MomentContext = createContext<number | null>(null);

/** Now, or the moment that is being replayed. */
export function useMoment(): number {
  const now = useNow();
  return useContext(MomentContext) ?? now;
}
