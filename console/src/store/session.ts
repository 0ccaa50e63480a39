import type { Viewer } from '../api/types.ts';
import { forgetKept } from './kept.ts';
import { signal } from './signal.ts';

export interface Session {
  readonly token: string;
  readonly expiresAt: string;
  readonly viewer: Viewer;
}

/** Why the sign-in page is shown to someone who was signed in. */
export type SignedOut = 'expired' | 'forbidden' | 'byChoice';

const key = 'tocsin.session';

// Of the window, not of the browser: three windows can be three people.
function stored(): Session | null {
  // On a device of one's own the session outlives the window.
  const text = sessionStorage.getItem(key) ?? localStorage.getItem(key);
  if (text === null) return null;
  try {
    const session = JSON.parse(text) as Session;
    return Date.parse(session.expiresAt) > Date.now() ? session : null;
  } catch {
    return null;
  }
}

export const session = signal<Session | null>(stored());
export const signedOut = signal<SignedOut | null>(null);

/** `keep`: the device is the person's own, so that it opens signed in, also without a line. */
export function beginSession(begun: Session, keep: boolean): void {
  sessionStorage.setItem(key, JSON.stringify(begun));
  if (keep) localStorage.setItem(key, JSON.stringify(begun));
  signedOut.set(null);
  session.set(begun);
}

export function endSession(why: SignedOut): void {
  if (session.get() === null) return;
  sessionStorage.removeItem(key);
  if (localStorage.getItem(key)?.includes(session.get()?.token ?? key)) {
    localStorage.removeItem(key);
    void forgetKept();
  }
  signedOut.set(why);
  session.set(null);
}

/** This window, as its commands name it. */
export const consoleId: string = (() => {
  const known = sessionStorage.getItem('tocsin.console');
  if (known !== null) return known;
  const drawn = `web-${crypto.randomUUID().slice(0, 8)}`;
  sessionStorage.setItem('tocsin.console', drawn);
  return drawn;
})();
