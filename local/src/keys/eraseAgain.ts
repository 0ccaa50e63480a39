import type { KeyStore } from '@tocsin/domain';
import type { RawLog } from '@tocsin/domain/store';

const tellEvery = 100_000;

const keysIn = (data: unknown): readonly string[] => {
  const keys = (data as { readonly keys?: unknown } | undefined)?.keys;
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
};

/**
 * Destroys the keys of which the record says that they were erased, where a key store that was
 * restored from a copy has them again. Gives how many there were.
 *
 * @param told is given the number of events looked through, now and then
 */
export async function eraseAgain(
  log: RawLog,
  keys: Pick<KeyStore, 'find' | 'erase'>,
  told: (events: number) => void,
): Promise<number> {
  let events = 0;
  let destroyed = 0;
  for await (const { type, data } of log.events()) {
    events += 1;
    if (events % tellEvery === 0) told(events);
    if (type !== 'PersonalDataErased') continue;
    const back = keysIn(data).filter((key) => keys.find(key) instanceof Uint8Array);
    if (back.length > 0) await keys.erase(back);
    destroyed += back.length;
  }
  return destroyed;
}
