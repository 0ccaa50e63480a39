import type { Person } from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';
import { LRUCache } from 'lru-cache';
import type { Viewer } from '../rules/index.ts';

/** How long what the log says of a person is taken as current, in ms: a changed role waits so long. */
const freshFor = 5_000;

export interface People {
  /** The person as the log knows them, at most five seconds ago; undefined when unknown. */
  read(account: string): Promise<Person | undefined>;
}

interface Reading {
  readonly at: number;
  readonly person: Promise<Person | undefined>;
}

/** Reads people from the log, each at most once in five seconds. `now` gives milliseconds. */
export function knowPeople(store: Pick<Store, 'readPerson'>, now: () => number = Date.now): People {
  const known = new LRUCache<string, Reading>({ max: 5_000 });
  return {
    read(account) {
      const cached = known.get(account);
      if (cached && now() - cached.at < freshFor) return cached.person;
      const reading = { at: now(), person: store.readPerson(account) };
      known.set(account, reading);
      const forget = () => known.delete(account);
      reading.person.then((person) => person ?? forget(), forget);
      return reading.person;
    },
  };
}

export const viewerOf = ({ account, name, roles, cities, department }: Person): Viewer => ({
  account,
  name,
  roles,
  cities,
  ...(department === undefined ? {} : { department }),
});
