import { once } from 'node:events';
import { WebSocket } from 'ws';
import { forkPart, nextMessage } from '../parts/child.ts';
import type { Frame } from '../parts/screenRecords.ts';
import type { Scope } from '../scope.ts';

/** A bare WebSocket server in a process of its own that sends to all its sockets. */
export interface Broadcast {
  readonly address: (group: string) => string;
  /** Sends a text to every socket. */
  send(text: string): void;
  /** Sends frames at their times to the sockets of their group; the processor time, microseconds. */
  replay(frames: readonly Frame[]): Promise<number>;
}

export async function openBroadcast(scope: Scope): Promise<Broadcast> {
  const { child, ready: port } = await forkPart<number>(scope, 'parts/broadcastProcess.js');
  const address = (group: string) => `ws://127.0.0.1:${port}/${encodeURIComponent(group)}`;
  const sender = new WebSocket(address('send'), { perMessageDeflate: false });
  scope.defer(() => sender.terminate());
  await once(sender, 'open');
  return {
    address,
    send: (text) => sender.send(text),
    async replay(frames) {
      const took = nextMessage<number>(child);
      child.send(frames);
      return took;
    },
  };
}
