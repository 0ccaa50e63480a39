/** What the service worker does about a request. */
export type Plan = 'page' | 'asset' | 'through';

interface Asked {
  readonly method: string;
  readonly mode: string;
  readonly url: string;
}

/**
 * The page comes from the server, and from the device only when that can't be reached; files whose
 * name carries their content's hash come from the device; everything else is the server's alone: no
 * answer of it is ever kept, so nothing old can look fresh.
 */
export function planFor({ method, mode, url }: Asked, origin: string): Plan {
  const { origin: to, pathname } = new URL(url);
  if (method !== 'GET' || to !== origin) return 'through';
  if (pathname.startsWith('/assets/')) return 'asset';
  return mode === 'navigate' && pathname === '/' ? 'page' : 'through';
}
