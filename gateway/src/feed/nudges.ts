import { CHANGES_CHANNEL } from '@tocsin/projections/queries';
import type { Pool, PoolClient } from 'pg';

/** Looks without being nudged this often, in case a nudge was lost; milliseconds. */
const pollMs = 1_000;

/** How often it is made sure that the connection still answers, in milliseconds. */
const checkMs = 5_000;

/** What gateways tell each other that stands in no table; a lost notification is said again. */
export const GATEWAYS_CHANNEL = 'tocsin_gateways';

/**
 * Calls `advance` when the boards have changed: at once by LISTEN on one connection kept for it, with
 * what the notification says, and once a second in any case; and `hear` with what a gateway said. A
 * lost connection is opened again, also one that is lost without a word.
 */
export function listenForNudges(
  pool: Pool,
  { advance, hear }: { advance: (payload?: string) => void; hear: (payload: string) => void },
  onFailure: (error: unknown) => void,
): { close(): Promise<void> } {
  let listener: PoolClient | undefined;
  let connecting: Promise<void> | undefined;
  let closed = false;

  async function listen(client: PoolClient): Promise<void> {
    client.on('notification', ({ channel, payload }) => {
      if (channel === GATEWAYS_CHANNEL) hear(payload ?? '');
      else advance(payload);
    });
    client.on('error', (error) => {
      onFailure(error);
      if (listener !== client) return;
      listener = undefined;
      client.release(true);
    });
    try {
      await client.query(`listen ${CHANGES_CHANNEL}; listen ${GATEWAYS_CHANNEL}`);
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
  /** On a line that was cut without a word nothing comes, and nothing says so: it is asked. */
  const check = (): void => {
    const client = listener;
    client?.query('select 1').catch((error: unknown) => {
      onFailure(error);
      if (listener !== client) return;
      listener = undefined;
      client.release(true);
    });
  };
  const timers = [setInterval(look, pollMs), setInterval(check, checkMs)];
  look();

  return {
    async close() {
      closed = true;
      for (const timer of timers) clearInterval(timer);
      await connecting;
      listener?.release(true);
    },
  };
}
