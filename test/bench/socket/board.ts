import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { ask, type Gateway } from '../parts/gateway.ts';
import type { Scope } from '../scope.ts';
import { profile } from '../world/city.ts';

const evidence = 'by { kind id name role department }';
export const boardRow = `id city number reference status what channel
  place { address lon lat cell district } type class grade priority exercise
  reportedBy { kind id name role department } reportedAt recordedAt confirmedAt
  resolvedAt resolvedBy { kind id name role department } closedAt cancelReason
  tasks { id department part status acknowledgeBy escalation }
  units { unit callSign stage } last { type ${evidence} at } revision position`;

interface Changes {
  readonly incidentChanges: {
    readonly rows: readonly { readonly id: string; readonly revision: string }[];
  };
}

const patienceMs = 10_000;

/** Another console's incident board on a socket of its own: notes when each row's revision came. */
export class Board {
  readonly #arrived = new Map<string, number>();
  readonly #waiting = new Map<string, (at: number) => void>();
  /** The bytes of the last message with a row in it. */
  messageBytes = 0;

  /** When the incident's row of that revision came, on the clock of `performance.now()`. */
  arrival(incident: string, revision: string): Promise<number> {
    const key = `${incident}:${revision}`;
    const at = this.#arrived.get(key);
    if (at !== undefined) return Promise.resolve(at);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`revision ${revision} of ${incident} never came to the board`)),
        patienceMs,
      );
      this.#waiting.set(key, (arrived) => {
        clearTimeout(timer);
        resolve(arrived);
      });
    });
  }

  take(changes: Changes): void {
    const now = performance.now();
    for (const { id, revision } of changes.incidentChanges.rows) {
      const key = `${id}:${revision}`;
      this.#arrived.set(key, now);
      this.#waiting.get(key)?.(now);
      this.#waiting.delete(key);
    }
  }
}

/** Subscribes to the bench's city from the board's cursor of now. */
export async function openBoard(scope: Scope, { url, token }: Gateway): Promise<Board> {
  const { incidents } = await ask<{ incidents: { cursor: string } }>(
    url,
    token,
    'query ($city: ID!) { incidents(city: $city, limit: 1) { cursor } }',
    { city: profile.id },
  );
  const board = new Board();
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { token, language: 'en' },
    lazy: false,
    retryAttempts: 0,
    onNonLazyError: () => {},
    on: {
      message: (message) => {
        if (message.type === 'next')
          board.messageBytes = Buffer.byteLength(JSON.stringify(message));
      },
    },
  });
  scope.defer(() => client.dispose());
  const query = `subscription ($city: ID!, $after: Cursor!) {
    incidentChanges(city: $city, after: $after) { rows { ${boardRow} } removed cursor position asOf conflated }
  }`;
  subscribe(client, query, { city: profile.id, after: incidents.cursor }, board);
  return board;
}

function subscribe(
  client: Client,
  query: string,
  variables: Record<string, unknown>,
  board: Board,
): void {
  client.subscribe<Changes>(
    { query, variables },
    {
      next: ({ data, errors }) => {
        if (errors) throw new Error(`the board's subscription failed: ${JSON.stringify(errors)}`);
        if (data) board.take(data);
      },
      error: (error) => {
        throw new Error(`the board's socket failed: ${JSON.stringify(error)}`);
      },
      complete: () => {},
    },
  );
}
