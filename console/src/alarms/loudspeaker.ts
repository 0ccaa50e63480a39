import { signal } from '../store/signal.ts';

/** Whether this window is the one that sounds: of several on one machine only one does. */
export const soundsHere = signal(!('locks' in navigator));

/** Asks to be the one that sounds, for as long as this window is open. */
export function askToSound(): void {
  if (!('locks' in navigator)) return;
  void navigator.locks.request('tocsin.alarms', () => {
    soundsHere.set(true);
    return new Promise(() => {});
  });
}
