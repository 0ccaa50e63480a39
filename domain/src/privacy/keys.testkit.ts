import { randomBytes } from 'node:crypto';
import type { KeyStore } from './keyStore.ts';

/** Keys in memory, for specs of what is encrypted with them. */
export function memoryKeys(): KeyStore {
  const kept = new Map<string, Uint8Array | 'erased'>();
  return {
    digestKey: randomBytes(32),
    current: async (incident) => {
      for (let generation = 1; ; generation += 1) {
        const id = generation === 1 ? incident : `${incident}~${generation}`;
        const known = kept.get(id);
        if (known === 'erased') continue;
        const bytes = known ?? randomBytes(32);
        kept.set(id, bytes);
        return { id, bytes };
      }
    },
    find: (id) => kept.get(id),
    erase: async (ids) => {
      for (const id of ids) if (kept.has(id)) kept.set(id, 'erased');
    },
    close: async () => {},
  };
}
