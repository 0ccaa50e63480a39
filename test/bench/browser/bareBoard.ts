import type { BrowserContext, Page } from 'playwright-core';
import type { ConsoleWorld } from './consoleWorld.ts';

/** The subscriptions that a console opens, as it wrote them. */
export interface Subscribed {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** Listens to what a page subscribes to; call it before the page is opened. */
export function listenIn(context: BrowserContext): readonly Subscribed[] {
  const heard: Subscribed[] = [];
  context.on('page', (page) =>
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        const message = JSON.parse(String(payload)) as { type: string; payload: Subscribed };
        if (message.type === 'subscribe') heard.push(message.payload);
      }),
    ),
  );
  return heard;
}

/**
 * The raw limit of a board in a browser: the console's own subscriptions, each into a map of rows that
 * is sorted, of which the first forty stand on the page as text.
 */
export async function openBareBoard(
  context: BrowserContext,
  { gateway, account }: ConsoleWorld,
  subscriptions: readonly Subscribed[],
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${gateway.url}/healthz`);
  await page.evaluate(
    ([token, wanted]) =>
      new Promise<void>((ready, fail) => {
        interface Row {
          readonly id: string;
          readonly number?: number;
          readonly priority?: number | null;
        }
        const shown = Array.from({ length: 40 }, () =>
          document.body.appendChild(document.createElement('p')),
        );
        const boards = wanted.map(() => new Map<string, Row>());
        const receive = (at: number, rows: readonly Row[]): void => {
          const board = boards[at];
          if (!board) return;
          for (const row of rows) board.set(row.id, row);
          const ordered = [...board.values()].sort(
            (a, b) => (a.priority ?? 4) - (b.priority ?? 4) || (a.number ?? 0) - (b.number ?? 0),
          );
          if (at > 0) return;
          for (const [place, line] of shown.entries())
            line.textContent = JSON.stringify(ordered[place]);
        };
        const socket = new WebSocket(
          `${location.origin.replace('http', 'ws')}/graphql`,
          'graphql-transport-ws',
        );
        const waiting = new Set(wanted.keys());
        const send = (message: object): void => socket.send(JSON.stringify(message));
        socket.onerror = () => fail(new Error('the socket failed'));
        socket.onopen = () => send({ type: 'connection_init', payload: { token } });
        socket.onmessage = ({ data }) => {
          const message = JSON.parse(String(data));
          if (message.type === 'ping') send({ type: 'pong' });
          if (message.type === 'connection_ack')
            for (const [at, payload] of wanted.entries())
              send({ type: 'subscribe', id: String(at), payload });
          if (message.type !== 'next') return;
          const at = Number(message.id);
          receive(at, message.payload.data?.changes?.rows ?? []);
          waiting.delete(at);
          if (waiting.size === 0) ready();
        };
      }),
    [
      gateway.tokenOf(account),
      // From the beginning, so that the whole board comes.
      subscriptions.map(({ query, variables }) => ({
        query,
        variables: { ...variables, after: null },
      })),
    ] as const,
  );
  return page;
}
