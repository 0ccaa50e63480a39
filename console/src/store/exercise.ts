import { signal } from './signal.ts';

/** Whether the view shows an exercise; then the whole header says so. */
export const exerciseShown = signal(false);
