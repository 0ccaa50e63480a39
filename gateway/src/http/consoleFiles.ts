import type { IncomingMessage, ServerResponse } from 'node:http';
import sirv from 'sirv';
import { securityHeaders } from './securityHeaders.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A year, for files whose name carries their content's hash. */
const forGood = 'public, max-age=31536000, immutable';

/** Serves the built console; a path that is no file gets the page, which finds its own way. */
export function serveConsole(consoleDir: string, mapUrl?: string): Handler {
  const headers = Object.entries(securityHeaders(mapUrl));
  const serve = sirv(consoleDir, {
    single: true,
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders(response, pathname) {
      const hashed = pathname.startsWith('/assets/');
      response.setHeader('cache-control', hashed ? forGood : 'no-cache');
      for (const [name, value] of headers) response.setHeader(name, value);
    },
  });
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return notFound(response);
    serve(request, response, () => notFound(response));
  };
}

export function notFound(response: ServerResponse): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' });
  response.end('Not found\n');
}
