import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface CuttingProxy {
  readonly url: string;
  /** How many connections were cut. */
  readonly cuts: () => number;
  /** Cuts each connection so many milliseconds after it was opened; undefined: lets them live. */
  cutAfter(milliseconds: number | undefined): void;
  close(): Promise<void>;
}

/** A TCP proxy ahead of a server that ends connections in the middle of whatever they carry. */
export async function startCuttingProxy(to: string): Promise<CuttingProxy> {
  const { hostname, port } = new URL(to);
  const open = new Set<Socket>();
  let life: number | undefined;
  let cuts = 0;
  const cut = (socket: Socket): void => {
    if (!open.has(socket)) return;
    cuts += 1;
    socket.resetAndDestroy();
  };
  const server = createServer((client) => {
    const onward = connect(Number(port), hostname);
    open.add(client);
    client.pipe(onward).pipe(client);
    for (const socket of [client, onward]) socket.on('error', () => undefined);
    client.once('close', () => {
      open.delete(client);
      onward.destroy();
    });
    onward.once('close', () => client.destroy());
    if (life !== undefined) setTimeout(() => cut(client), life);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    cuts: () => cuts,
    cutAfter(milliseconds) {
      life = milliseconds;
      if (milliseconds !== undefined) for (const socket of open) cut(socket);
    },
    async close() {
      server.close();
      for (const socket of open) socket.destroy();
      await once(server, 'close');
    },
  };
}
