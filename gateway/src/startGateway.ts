import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Store, type TellSpan, traceStore } from '@tocsin/domain/store';
import { runnerFigures } from '@tocsin/projections/queries';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { openAccessLog } from './access/accessLog.ts';
import { traceSignIn } from './access/traceSignIn.ts';
import type { GatewayParts } from './context.ts';
import { changeLog } from './feed/changeSource.ts';
import { Feed } from './feed/feed.ts';
import { FeedTrace } from './feed/feedTrace.ts';
import { followRecords } from './feed/incidentRecords.ts';
import { GATEWAYS_CHANNEL, listenForNudges } from './feed/nudges.ts';
import { tickStatus } from './feed/statusTicker.ts';
import { watchSwaps } from './feed/swaps.ts';
import { openWatchPool, usedBy } from './feed/watchPool.ts';
import { type ConsoleOptions, serveHttp } from './http/serveHttp.ts';
import { knowNumbers } from './incidentNumbers.ts';
import { countCommands, openMetrics } from './metrics.ts';
import { openPipeline } from './operation/pipeline.ts';
import { Plays } from './play/plays.ts';
import { openPresence } from './presence/presence.ts';
import { limitAttempts } from './session/attempts.ts';
import { knowPeople } from './session/people.ts';
import { openSessions } from './session/sessions.ts';
import { openTokens } from './session/token.ts';
import { serveSockets } from './socket/serveSockets.ts';

export interface GatewayOptions extends ConsoleOptions {
  readonly store: Store;
  /** A database that the projections have migrated. */
  readonly pool: Pool;
  readonly host: string;
  /** 0: one that the system chooses. */
  readonly port: number;
  /** At least 32 bytes; every gateway that shares it knows the others' sessions. */
  readonly sessionKey: Uint8Array;
  /** Offers GraphiQL and, while a demo city is in the log, its accounts. */
  readonly demo: boolean;
  /** Told of the steps from a mutation to the sockets; absent: nothing is traced. */
  readonly tell?: TellSpan;
  /** Without it `/metrics` answers this machine only; with it, whoever sends it. */
  readonly metricsToken?: string;
  readonly logger: Logger;
}

export interface Gateway {
  readonly url: string;
  readonly port: number;
  /** Takes no more requests, closes the sockets (1012), gives the database connection back. */
  close(): Promise<void>;
}

/** How long requests under way may take after closing began, in milliseconds. */
const lastWords = 2_000;

/**
 * Starts the gateway and resolves once it listens. It owns neither the store nor the pool.
 *
 * @throws the system's error when it can't listen (`EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`)
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { store, pool, host, port, logger, demo } = options;
  const tokens = openTokens(options.sessionKey);
  const failed = (error: unknown) => logger.warn({ err: error }, 'the boards could not be read');
  const watching = openWatchPool(pool, failed);
  const status = tickStatus({ store, pool: watching, shown: () => feed.cursor }, failed);
  const metrics = openMetrics({
    feed: () => feed.load,
    status: () => status.read(),
    runner: () => runnerFigures(pool),
    pool: usedBy(pool, watching),
  });
  const unobserve = [
    countCommands(metrics),
    ...(options.tell ? [traceStore(options.tell)] : []),
  ].map((observer) => store.observe(observer));
  const trace = options.tell && new FeedTrace(options.tell);
  const feed = await Feed.open({
    trace,
    source: changeLog(watching),
    onConflated: () => metrics.conflations.inc(),
    onRendered: () => metrics.renderings.inc(),
    onShared: (sends) => metrics.shared.inc(sends),
    onFailure: failed,
  });
  const access = openAccessLog({ store, logger });
  const presence = openPresence((payload) => {
    pool.query('select pg_notify($1, $2)', [GATEWAYS_CHANNEL, payload]).catch(failed);
  });
  const parts: GatewayParts = {
    store,
    pool,
    sessions: openSessions({
      tokens,
      people: knowPeople(store),
      attempts: limitAttempts(),
      onAttempt: (attempt) => traceSignIn(access, attempt),
    }),
    access,
    feed,
    records: followRecords(store, feed),
    status,
    plays: new Plays(),
    presence,
    numbers: knowNumbers(pool),
    metrics,
    tell: options.tell,
    metricsToken: options.metricsToken,
    demo,
    logger,
  };
  const yoga = openPipeline({ graphiql: demo, logger });
  const http = serveHttp(parts, yoga, options);
  const sockets = serveSockets(http, parts, yoga);
  const swaps = await watchSwaps(watching, feed, failed);
  const nudged = (payload = ''): void => {
    trace?.note(payload);
    feed.advance();
  };
  const nudges = listenForNudges(watching, { advance: nudged, hear: presence.hear }, failed);

  async function close(): Promise<void> {
    const closed = http.listening ? once(http, 'close') : undefined;
    http.close();
    http.closeIdleConnections();
    // Sockets first: a console that is told why it was cut off resumes by its cursor.
    await sockets.close();
    feed.close();
    parts.records.close();
    status.close();
    swaps.close();
    presence.close();
    await nudges.close();
    await watching.end();
    const cut = setTimeout(() => http.closeAllConnections(), lastWords);
    await closed;
    clearTimeout(cut);
    // With the log out of reach the counts that are open are lost, and nobody waits for them.
    await Promise.race([access.close(), sleep(lastWords, undefined, { ref: false })]);
    for (const stop of unobserve) stop();
  }

  try {
    http.listen({ host, port });
    await once(http, 'listening');
  } catch (error) {
    await close();
    throw error;
  }
  const address = http.address() as AddressInfo;
  const name = host.includes(':') ? `[${host}]` : host;
  return { url: `http://${name}:${address.port}`, port: address.port, close };
}
