import { type Signal, signal } from '../store/signal.ts';

/** `#/audit/<incident>/<revision>` as its parts, decoded. */
export const readRoute = (hash: string): readonly string[] =>
  hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });

export const writeRoute = (...parts: readonly string[]): string =>
  `#/${parts.map(encodeURIComponent).join('/')}`;

export const route: Signal<readonly string[]> = signal(readRoute(window.location.hash));
window.addEventListener('hashchange', () => route.set(readRoute(window.location.hash)));

/** Shows another address; `replace` leaves no step in the browser's history. */
export function go(parts: readonly string[], replace = false): void {
  const hash = writeRoute(...parts);
  if (hash === window.location.hash) return;
  if (replace) window.history.replaceState(null, '', hash);
  else window.history.pushState(null, '', hash);
  route.set(readRoute(hash));
}
