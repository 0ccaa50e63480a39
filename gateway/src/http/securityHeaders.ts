/** What the console's page may load: itself, its own sockets and, if one is set, the map's server. */
const contentSecurityPolicy = (mapOrigin: string): string =>
  [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    `img-src 'self' data: blob:${mapOrigin}`,
    "font-src 'self' data:",
    `connect-src 'self' ws: wss:${mapOrigin}`,
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');

/** `mapUrl` is the one address outside that the page may load from; most have none. */
export const securityHeaders = (mapUrl?: string): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(
    mapUrl === undefined ? '' : ` ${new URL(mapUrl).origin}`,
  ),
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
});
