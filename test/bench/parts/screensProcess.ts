import { once } from 'node:events';
import { WebSocket } from 'ws';
import { endWithBench, tell } from './ending.ts';
import type { Frame, Screen, ScreenOrder, ScreenRecords } from './screenRecords.ts';

/** Many cheap screens in one process: each message is counted, the same text is parsed once. */
interface Changes {
  readonly payload: {
    readonly data: {
      readonly changes: {
        readonly rows: readonly { readonly id: string; readonly revision: string }[];
      };
    };
  };
}
interface Arrival {
  screens: number;
  at: bigint;
}

let begun = 0n;
let messages = 0;
let rows = 0;
let frames: Frame[] = [];
let last = new Map<string, Arrival>();
const parsed = new Map<string, readonly Arrival[]>();
const sockets: WebSocket[] = [];

function begin(): void {
  begun = process.hrtime.bigint();
  messages = 0;
  rows = 0;
  frames = [];
  last = new Map();
  parsed.clear();
}

function arrivalsIn(text: string): readonly Arrival[] {
  const known = parsed.get(text);
  if (known) return known;
  const message = JSON.parse(text) as Changes;
  const arrivals = message.payload.data.changes.rows.map(({ id, revision }) => {
    const arrival = last.get(`${id}:${revision}`) ?? { screens: 0, at: 0n };
    last.set(`${id}:${revision}`, arrival);
    return arrival;
  });
  parsed.set(text, arrivals);
  return arrivals;
}

function take(text: string, first: boolean, group: string): void {
  if (!text.includes('"type":"next"')) return;
  const now = process.hrtime.bigint();
  messages += 1;
  if (first) frames.push({ group, at: Number(now - begun) / 1e6, text });
  for (const arrival of arrivalsIn(text)) {
    arrival.screens += 1;
    arrival.at = now;
    rows += 1;
  }
}

async function openScreen({ group, url, live }: Screen, first: boolean): Promise<void> {
  const socket = new WebSocket(url, live ? 'graphql-transport-ws' : [], {
    perMessageDeflate: false,
    skipUTF8Validation: true,
  });
  sockets.push(socket);
  await once(socket, 'open');
  if (live) {
    const { token, query, variables } = live;
    socket.send(JSON.stringify({ type: 'connection_init', payload: { token } }));
    await once(socket, 'message');
    const payload = { query, variables };
    socket.send(JSON.stringify({ id: 'board', type: 'subscribe', payload }));
    // The snapshot.
    await once(socket, 'message');
  }
  socket.on('message', (data) => take(String(data), first, group));
}

async function open(screens: readonly Screen[]): Promise<void> {
  const groups = new Set<string>();
  for (let at = 0; at < screens.length; at += 25)
    await Promise.all(
      screens.slice(at, at + 25).map((screen) => {
        const first = !groups.has(screen.group);
        groups.add(screen.group);
        return openScreen(screen, first);
      }),
    );
}

const records = (): ScreenRecords => ({
  messages,
  rows,
  frames,
  last: Object.fromEntries(
    [...last].map(([key, { screens, at }]) => [key, { screens, at: String(at) }]),
  ),
});

process.on('message', async (order: ScreenOrder) => {
  if (order.order === 'open') await open(order.screens);
  else if (order.order === 'begin') begin();
  if (order.order === 'end') tell(records());
  else tell(messages);
});
endWithBench(() => {
  for (const socket of sockets) socket.terminate();
});
tell('ready');
