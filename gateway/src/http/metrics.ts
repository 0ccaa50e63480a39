import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Registry } from 'prom-client';

const loopback = /^(127\.|::1$|::ffff:127\.)/;
const bearer = /^Bearer +(\S+)$/i;

function isToken(given: string | undefined, token: string): boolean {
  if (given === undefined) return false;
  const [one, other] = [given, token].map((text) => Buffer.from(text));
  if (!one || !other || one.length !== other.length) return false;
  return timingSafeEqual(one, other);
}

/**
 * With a token, whoever sends it as `Authorization: Bearer …`. Without one, this machine alone, and
 * not through a proxy, which asks for the whole world.
 */
export function mayReadMetrics(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  token: string | undefined,
): boolean {
  if (token !== undefined) return isToken(bearer.exec(headers.authorization ?? '')?.[1], token);
  const proxied = 'forwarded' in headers || 'x-forwarded-for' in headers || 'via' in headers;
  return !proxied && loopback.test(socket.remoteAddress ?? '');
}

/** Answers with the figures in Prometheus form, or that they are not for the asker. */
export async function sendMetrics(
  request: IncomingMessage,
  response: ServerResponse,
  registry: Registry,
  token: string | undefined,
): Promise<void> {
  if (!mayReadMetrics(request, token)) {
    const status = token === undefined ? 403 : 401;
    const challenge = token === undefined ? {} : { 'www-authenticate': 'Bearer' };
    response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', ...challenge });
    response.end('The figures are for this machine, or for whoever has TOCSIN_METRICS_TOKEN.\n');
    return;
  }
  const body = await registry.metrics();
  response.writeHead(200, { 'content-type': registry.contentType, 'cache-control': 'no-store' });
  response.end(body);
}
