import { once } from 'node:events';
import { createServer } from 'node:http';
import { sendMetrics } from '@tocsin/gateway';
import type { RunnerMetrics } from '@tocsin/projections';
import type { MetricsSettings } from './metricsSettings.ts';

/**
 * Serves `/metrics` of a projections process, where a port is set. Throws the system's error when
 * it can't listen.
 */
export async function serveRunnerMetrics(
  { registry }: RunnerMetrics,
  host: string,
  { port, token }: MetricsSettings,
): Promise<{ close(): Promise<void> }> {
  if (port === undefined) return { close: async () => undefined };
  const server = createServer((request, response) => {
    if (request.url !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    sendMetrics(request, response, registry, token).catch(() => response.destroy());
  });
  server.listen({ host, port });
  await once(server, 'listening');
  return {
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
