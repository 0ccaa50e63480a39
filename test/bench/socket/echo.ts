import { once } from 'node:events';
import { WebSocket } from 'ws';
import { forkPart } from '../parts/child.ts';
import type { Scope } from '../scope.ts';

export interface Echo {
  /** Sends a text of so many bytes and waits until it is back. */
  roundTrip(bytes: number): Promise<void>;
}

/** A bare WebSocket to a server in a process of its own that sends back what it gets. */
export async function openEcho(scope: Scope): Promise<Echo> {
  const { ready: port } = await forkPart<number>(scope, 'parts/echoProcess.js');
  const socket = new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false });
  scope.defer(() => socket.terminate());
  await once(socket, 'open');
  return {
    async roundTrip(bytes) {
      const back = once(socket, 'message');
      socket.send('x'.repeat(bytes));
      await back;
    },
  };
}
