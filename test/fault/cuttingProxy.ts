import { once } from 'node:events';
import {
  type AddressInfo,
  connect,
  createServer,
  type NetConnectOpts,
  type Socket,
} from 'node:net';

export interface CuttingProxy {
  readonly url: string;
  /** How many connections were cut. */
  readonly cuts: () => number;
  /** Cuts each connection so many milliseconds after it was opened; undefined: lets them live. */
  cutAfter(milliseconds: number | undefined): void;
  /** From now on nothing passes on the connections that stand, and nobody is told; new ones work. */
  silence(): void;
  close(): Promise<void>;
}

/** Where a server listens: of a PostgreSQL URL whose `host` is a folder, the socket in it. */
function addressOf(to: string): NetConnectOpts {
  const { hostname, port, searchParams } = new URL(to);
  const folder = searchParams.get('host');
  const number = searchParams.get('port') ?? (port || '5432');
  return folder ? { path: `${folder}/.s.PGSQL.${number}` } : { host: hostname, port: Number(port) };
}

/** A TCP proxy ahead of a server that ends connections in the middle of whatever they carry. */
export async function startCuttingProxy(to: string): Promise<CuttingProxy> {
  const address = addressOf(to);
  const open = new Set<Socket>();
  const onwards = new Set<Socket>();
  let life: number | undefined;
  let cuts = 0;
  const cut = (socket: Socket): void => {
    if (!open.has(socket)) return;
    cuts += 1;
    socket.resetAndDestroy();
  };
  const server = createServer((client) => {
    const onward = connect(address);
    open.add(client);
    onwards.add(onward);
    client.pipe(onward).pipe(client);
    for (const socket of [client, onward]) socket.on('error', () => undefined);
    client.once('close', () => {
      open.delete(client);
      onward.destroy();
    });
    onward.once('close', () => {
      onwards.delete(onward);
      client.destroy();
    });
    if (life !== undefined) setTimeout(() => cut(client), life);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    cuts: () => cuts,
    cutAfter(milliseconds) {
      life = milliseconds;
      if (milliseconds !== undefined) for (const socket of open) cut(socket);
    },
    silence() {
      for (const socket of open) socket.unpipe().pause();
      for (const socket of onwards) socket.unpipe().pause();
    },
    async close() {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, 'close');
    },
  };
}
