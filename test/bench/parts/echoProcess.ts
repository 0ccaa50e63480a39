import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { endWithBench, tell } from './ending.ts';

/** A bare WebSocket server that sends back what it gets. */
const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
server.on('connection', (socket) => {
  socket.on('message', (data, isBinary) => socket.send(data, { binary: isBinary }));
});
await once(server, 'listening');
endWithBench(() => {
  for (const socket of server.clients) socket.terminate();
  server.close();
});
tell((server.address() as AddressInfo).port);
