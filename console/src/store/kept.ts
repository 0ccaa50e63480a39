const store = 'tocsin-kept';

const addressOf = (what: string): string => `/kept/${encodeURIComponent(what)}`;
// Only over https or on the machine itself.
const canKeep = (): boolean => 'caches' in globalThis;

/** Keeps a value on this device, for when it is opened without a line. */
export async function keep(what: string, value: unknown): Promise<void> {
  if (!canKeep()) return;
  const cache = await caches.open(store);
  await cache.put(addressOf(what), new Response(JSON.stringify(value)));
}

/** What was kept; null where nothing was. */
export async function recall<T>(what: string): Promise<T | null> {
  if (!canKeep()) return null;
  const found = await caches.match(addressOf(what), { cacheName: store });
  return found ? ((await found.json()) as T) : null;
}

/** Lets everything go that was kept, when its person signs out. */
export async function forgetKept(): Promise<void> {
  if (canKeep()) await caches.delete(store);
}
