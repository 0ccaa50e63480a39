import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { DocumentNode, GraphQLError } from 'graphql';
import { type Context, handleProtocols, makeServer, type SubscribePayload } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { GatewayParts, RequestContext } from '../context.ts';
import { BoardSource } from '../feed/boardSource.ts';
import { consoleNamed, refusedToken } from '../http/graphql.ts';
import { languageOf } from '../messages/index.ts';
import { largestRequest, type Yoga } from '../operation/pipeline.ts';
import { plainError } from '../operation/plainErrors.ts';
import { Refusal } from '../operation/refusal.ts';
import { subscribe } from '../operation/subscribe.ts';
import { closeCode } from './closeCode.ts';
import { Connection } from './connection.ts';
import { joinRoom } from './joinRoom.ts';
import { MadeOnce, pushEach } from './pushEach.ts';
import type { SocketArgs } from './socketArgs.ts';

/** Subscriptions on one socket, and sockets of one person. */
export const mostSubscriptions = 32;
export const mostSockets = 20;
/** How often sockets are looked at, in milliseconds. */
const watchMs = 1_000;
const reviewMs = 5_000;
const pingMs = 12_000;
/** How long closing sockets may take before they are cut, in milliseconds. */
const lastWords = 1_000;

interface Extra {
  readonly connection: Connection;
}
type SocketContext = Context<Record<string, unknown>, Extra>;

/** Serves graphql-transport-ws at /graphql of the HTTP server. */
export function serveSockets(
  http: Server,
  parts: GatewayParts,
  yoga: Yoga,
): { close(): Promise<void> } {
  const { logger, metrics } = parts;
  const connections = new Set<Connection>();
  const madeOnce = new MadeOnce();
  const enveloped = (context: RequestContext) =>
    yoga.getEnveloped(context as Parameters<Yoga['getEnveloped']>[0]);

  async function onConnect({ extra, connectionParams }: SocketContext): Promise<boolean> {
    const { connection } = extra;
    connection.speak(languageOf(connectionParams?.language));
    const token = connectionParams?.token;
    const signedIn =
      typeof token === 'string' ? await parts.sessions.authenticate(token) : undefined;
    connection.call(consoleNamed(connectionParams?.console));
    if (!signedIn) {
      await refusedToken(parts, connection.address);
      connection.close(closeCode.unauthenticated);
      return false;
    }
    const account = signedIn.viewer.account;
    if ([...connections].filter((one) => one.account === account).length >= mostSockets) {
      connection.close(closeCode.tooMany);
      return false;
    }
    connection.admit(signedIn);
    return true;
  }

  function onSubscribe(
    { extra: { connection }, subscriptions }: SocketContext,
    id: string,
    { query, variables, operationName }: SubscribePayload,
  ): SocketArgs | readonly GraphQLError[] {
    const context = connection.context();
    if (Object.keys(subscriptions).length > mostSubscriptions) {
      const refusal = new Refusal('TOO_MANY_SUBSCRIPTIONS', { max: mostSubscriptions });
      return [plainError(refusal, context.language, logger)];
    }
    const { parse, validate, schema } = enveloped(context);
    let document: DocumentNode;
    try {
      document = parse(query);
    } catch (error) {
      return [error as GraphQLError];
    }
    const errors = validate(schema, document);
    if (errors.length > 0) return errors;
    const operation = { schema, document, variableValues: variables, operationName };
    return { ...operation, contextValue: context, connection, id };
  }

  async function onSubscription(args: SocketArgs) {
    const source = await subscribe(args, logger);
    if (!(Symbol.asyncIterator in source)) return source;
    if (source instanceof BoardSource) return joinRoom(parts, source, args);
    return pushEach(parts, source, args, madeOnce);
  }

  const server = makeServer<Record<string, unknown>, Extra>({
    onConnect,
    onSubscribe,
    execute: (args) => enveloped(args.contextValue as RequestContext).execute(args),
    subscribe: (args) => onSubscription(args as SocketArgs),
    // What ends a subscription from within has not been through the operation's pipeline.
    onError: ({ extra }, _id, _payload, errors) =>
      errors.map((error) =>
        'code' in error.extensions
          ? error.toJSON()
          : plainError(error, extra.connection.language, logger).toJSON(),
      ),
  });

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: largestRequest,
    handleProtocols,
    perMessageDeflate: false,
  });

  function opened(socket: WebSocket, request: IncomingMessage): void {
    const connection = new Connection(parts, socket, request.socket.remoteAddress ?? '');
    connections.add(connection);
    metrics.sockets.set(connections.size);
    const closed = server.opened(
      {
        protocol: socket.protocol,
        send: (data) => connection.send(data),
        close: (code, reason) => socket.close(code, reason),
        onMessage: (handle) => {
          socket.on('message', (data) => {
            handle(String(data)).catch((error: unknown) => {
              logger.error({ err: error }, 'a socket’s message failed');
              connection.close(closeCode.failed);
            });
          });
        },
      },
      { connection },
    );
    socket.on('pong', () => {
      connection.alive = true;
    });
    socket.on('error', (error) => logger.debug({ err: error }, 'a socket broke'));
    socket.once('close', (code, reason) => {
      connections.delete(connection);
      metrics.sockets.set(connections.size);
      connection.ended();
      void closed(code, String(reason));
    });
  }

  function upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const [path] = (request.url ?? '').split('?');
    if (path !== '/graphql') {
      stream.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => opened(socket, request));
  }
  http.on('upgrade', upgrade);

  const buffered = () => [...connections].reduce((sum, { buffered: bytes }) => sum + bytes, 0);
  const every = (ms: number, act: (connection: Connection) => void) =>
    setInterval(() => {
      for (const connection of connections) act(connection);
    }, ms);
  const timers = [
    every(watchMs, (connection) => connection.watch()),
    setInterval(() => metrics.socketBytes.set(buffered()), watchMs),
    every(pingMs, (connection) => connection.ping()),
    every(reviewMs, (connection) => {
      connection.review().catch((error: unknown) => {
        logger.warn({ err: error }, 'a socket’s person could not be read');
      });
    }),
  ];

  return {
    async close() {
      http.off('upgrade', upgrade);
      for (const timer of timers) clearInterval(timer);
      const open = [...sockets.clients];
      for (const connection of connections) connection.close(closeCode.restart);
      await allClosed(open);
      sockets.close();
    },
  };
}

async function allClosed(sockets: readonly WebSocket[]): Promise<void> {
  const cut = setTimeout(() => {
    for (const socket of sockets) socket.terminate();
  }, lastWords);
  await Promise.all(
    sockets.map((socket) =>
      socket.readyState === socket.CLOSED
        ? undefined
        : new Promise((resolve) => socket.once('close', resolve)),
    ),
  );
  clearTimeout(cut);
}
