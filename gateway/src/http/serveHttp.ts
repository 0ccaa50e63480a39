import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { GatewayParts } from '../context.ts';
import { languageOf } from '../messages/index.ts';
import type { Yoga } from '../operation/pipeline.ts';
import { sendJson, sendRefusal } from './answers.ts';
import { type Handler, notFound, serveConsole } from './consoleFiles.ts';
import { graphqlHandler } from './graphql.ts';
import { serveMapSource } from './mapSource.ts';
import { sendMetrics } from './metrics.ts';
import { readiness } from './readiness.ts';

type AsyncHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const health: Handler = (_request, response) => sendJson(response, 200, '{"up":true}');

const ready =
  ({ store, pool }: GatewayParts): AsyncHandler =>
  async (_request, response) => {
    const problems = await readiness(store, pool);
    const isReady = Object.values(problems).every((one) => one === undefined);
    sendJson(response, isReady ? 200 : 503, JSON.stringify({ ready: isReady, problems }));
  };

const metrics =
  ({ metrics: { registry }, metricsToken }: GatewayParts): AsyncHandler =>
  (request, response) =>
    sendMetrics(request, response, registry, metricsToken);

export interface ConsoleOptions {
  /** The built console; absent: only the API is served. */
  readonly consoleDir?: string | undefined;
  /** Address of a map style or of tiles; absent: the console draws the city itself. */
  readonly mapUrl?: string | undefined;
}

/** The gateway's HTTP server, not yet listening. */
export function serveHttp(parts: GatewayParts, yoga: Yoga, console: ConsoleOptions): Server {
  const { consoleDir, mapUrl } = console;
  const page: Handler =
    consoleDir === undefined
      ? (_request, response) => notFound(response)
      : serveConsole(consoleDir, mapUrl);
  const routes: Readonly<Record<string, Handler | AsyncHandler>> = {
    '/graphql': graphqlHandler(parts, yoga),
    '/map.json': serveMapSource(mapUrl),
    '/healthz': health,
    '/readyz': ready(parts),
    '/metrics': metrics(parts),
  };
  return createServer(async (request, response) => {
    const [path = '/'] = (request.url ?? '/').split('?');
    try {
      await (routes[path] ?? page)(request, response);
    } catch (error) {
      const id = randomUUID();
      parts.logger.error({ err: error, path, correlation: id }, 'a request failed');
      if (response.headersSent) response.destroy();
      else
        sendRefusal(response, 500, languageOf(request.headers['accept-language']), 'INTERNAL', {
          id,
        });
    }
  });
}
