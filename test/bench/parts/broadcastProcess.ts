import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { endWithBench, tell } from './ending.ts';
import type { Frame } from './screenRecords.ts';

/**
 * A bare WebSocket server. What comes on the path /send goes to every other socket; frames that the
 * bench gives are sent to the sockets of their group's path, at their times. Who comes to /greeted
 * gets so many bytes at once: `/greeted?70000`.
 */
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
const groups = new Map<string, Set<WebSocket>>();

function broadcast(group: string, data: Buffer): void {
  for (const socket of groups.get(group) ?? []) socket.send(data, { binary: false });
}

server.on('connection', (socket, { url = '' }) => {
  const group = decodeURIComponent(url.slice(1));
  if (group === 'send') {
    socket.on('message', (data: Buffer) => {
      for (const name of groups.keys()) broadcast(name, data);
    });
    return;
  }
  if (group.startsWith('greeted?')) socket.send('x'.repeat(Number(group.slice(8))));
  groups.set(group, (groups.get(group) ?? new Set()).add(socket));
});

/** Sends the frames at their times; the processor time that it took, in microseconds. */
async function replay(frames: readonly Frame[]): Promise<number> {
  const ready = frames.map(({ group, at, text }) => ({ group, at, data: Buffer.from(text) }));
  const before = process.cpuUsage();
  const begun = performance.now();
  for (const { group, at, data } of ready) {
    const wait = at - (performance.now() - begun);
    if (wait > 0) await sleep(wait);
    broadcast(group, data);
  }
  await sleep(200);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

process.on('message', async (frames: readonly Frame[]) => tell(await replay(frames)));
await once(server, 'listening');
endWithBench(() => {
  for (const socket of server.clients) socket.terminate();
  server.close();
});
tell((server.address() as AddressInfo).port);
