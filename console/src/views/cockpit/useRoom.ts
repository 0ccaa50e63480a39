import { useSyncExternalStore } from 'react';

/** How many lines of what is overdue, and how many departments, are read from six metres. */
export interface Room {
  readonly lines: number;
  readonly departments: number;
}

const usual: Room = { lines: 5, departments: 8 };
const wide: Room = { lines: 12, departments: 15 };

/** A wall twice as wide: its lists stand beside each other and have its whole height; see `cockpit.css`. */
const isWide = window.matchMedia('(aspect-ratio >= 3 / 1)');

function watch(changed: () => void): () => void {
  isWide.addEventListener('change', changed);
  return () => isWide.removeEventListener('change', changed);
}

/** What the wall has room for. Of what is more, only how many is told. */
export const useRoom = (): Room =>
  useSyncExternalStore(watch, () => isWide.matches) ? wide : usual;
