import { CHANGES_CHANNEL } from '@tocsin/projections/queries';
import type { Pool, PoolClient } from 'pg';

/** Looks without being nudged this often, in case a nudge was lost; milliseconds. */
const pollMs = 1_000;

/**
 * Calls `advance` when the boards have changed: at once by LISTEN on one connection kept for it, with
 * what the notification says,
 * and once a second in any case. A lost connection is opened again.
 */
export function listenForNudges(
  pool: Pool,
  advance: (payload?: string) => void,
  onFailure: (error: unknown) => void,
): { close(): Promise<void> } {
  let listener: PoolClient | undefined;
  let connecting: Promise<void> | undefined;
  let closed = false;

  async function listen(client: PoolClient): Promise<void> {
    client.on('notification', ({ payload }) => advance(payload));
    client.on('error', (error) => {
      onFailure(error);
      if (listener !== client) return;
      listener = undefined;
      client.release(true);
    });
    try {
      await client.query(`listen ${CHANGES_CHANNEL}`);
    } catch (error) {
      client.release(true);
      throw error;
    }
    listener = client;
    advance();
  }

  const look = (): void => {
    advance();
    if (listener || closed) return;
    connecting ??= pool
      .connect()
      .then(listen)
      .catch(onFailure)
      .finally(() => {
        connecting = undefined;
      });
  };
  const timer = setInterval(look, pollMs);
  look();

  return {
    async close() {
      closed = true;
      clearInterval(timer);
      await connecting;
      listener?.release(true);
    },
  };
}
