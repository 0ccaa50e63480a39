import type { Person } from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';

/** Everybody who is appointed, by account, as the log says up to now. */
export async function listPeople(store: Store): Promise<readonly Person[]> {
  const last = await store.lastPosition();
  if (last === undefined) return [];
  const done = new AbortController();
  const people = new Map<string, Person>();
  for await (const batch of store.follow({ signal: done.signal })) {
    for (const event of batch.events) {
      if (event.type === 'PersonAppointed') people.set(event.data.account, event.data);
      if (event.type === 'PersonDismissed') people.delete(event.stream.slice('person-'.length));
    }
    if (batch.caughtUp || (batch.position !== undefined && batch.position >= last)) break;
  }
  done.abort();
  return [...people.values()].sort((a, b) => (a.account < b.account ? -1 : 1));
}
