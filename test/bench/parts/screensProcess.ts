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
        readonly cursor?: string;
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
let sockets: WebSocket[] = [];
/** The newest cursor that came to a group. */
const cursors = new Map<string, string>();

function begin(): void {
  begun = process.hrtime.bigint();
  messages = 0;
  rows = 0;
  frames = [];
  last = new Map();
  parsed.clear();
}

function arrivalsIn(text: string, group: string): readonly Arrival[] {
  const known = parsed.get(text);
  if (known) return known;
  const { rows: changed, cursor } = (JSON.parse(text) as Changes).payload.data.changes;
  if (cursor !== undefined) cursors.set(group, cursor);
  const arrivals = changed.map(({ id, revision }) => {
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
  for (const arrival of arrivalsIn(text, group)) {
    arrival.screens += 1;
    arrival.at = now;
    rows += 1;
  }
}

/** Opens a screen; its first message's bytes, where it waits for one. */
async function openScreen(
  { group, url, live, greeted }: Screen,
  first: boolean,
  after?: string,
): Promise<number> {
  const socket = new WebSocket(url, live ? 'graphql-transport-ws' : [], {
    perMessageDeflate: false,
    skipUTF8Validation: true,
  });
  sockets.push(socket);
  const greeting = greeted ? once(socket, 'message') : undefined;
  await once(socket, 'open');
  let bytes = 0;
  if (greeting) bytes = String((await greeting)[0]).length;
  if (live) {
    const { token, query, variables } = live;
    socket.send(JSON.stringify({ type: 'connection_init', payload: { token } }));
    await once(socket, 'message');
    const payload = { query, variables: { ...variables, after } };
    socket.send(JSON.stringify({ id: 'board', type: 'subscribe', payload }));
    // The snapshot, or what changed since the cursor.
    bytes = String((await once(socket, 'message'))[0]).length;
  }
  socket.on('message', (data) => take(String(data), first, group));
  return bytes;
}

/** Which of the screens is the first of its group. */
function firstOfGroup(): (screen: Screen) => boolean {
  const groups = new Set<string>();
  return ({ group }) => {
    const first = !groups.has(group);
    groups.add(group);
    return first;
  };
}

async function open(screens: readonly Screen[]): Promise<void> {
  const isFirst = firstOfGroup();
  for (let at = 0; at < screens.length; at += 25)
    await Promise.all(
      screens.slice(at, at + 25).map((screen) => openScreen(screen, isFirst(screen))),
    );
}

/** The most bytes that one of them got first. */
async function resume(screens: readonly Screen[]): Promise<number> {
  for (const socket of sockets) socket.terminate();
  sockets = [];
  const isFirst = firstOfGroup();
  const from = new Map(cursors);
  const bytes = await Promise.all(
    screens.map((screen) => openScreen(screen, isFirst(screen), from.get(screen.group))),
  );
  return Math.max(...bytes);
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
  if (order.order === 'resume') tell(await resume(order.screens));
  else if (order.order === 'end') tell(records());
  else tell(messages);
});
endWithBench(() => {
  for (const socket of sockets) socket.terminate();
});
tell('ready');
