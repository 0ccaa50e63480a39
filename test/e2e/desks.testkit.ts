import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import {
  freePort,
  type RunningSystem,
  removeFolder,
  startSystem,
  temporaryFolder,
} from '../system/runningSystem.ts';
import { type Language, launchBrowser, Person } from './browser.ts';

export interface Desks {
  /** Where the system is served. */
  readonly url: () => string;
  readonly signIn: (
    account: string,
    language: Language,
    viewport?: { readonly width: number; readonly height: number },
    map?: boolean,
    /** Another address of the system. */
    at?: string,
  ) => Promise<Person>;
}

/**
 * One system and one browser for a file's tests. After each test everybody leaves, and no page may
 * have had an error.
 *
 * @param expected an error that belongs to the test
 * @param settings what the system is started with besides its folder and port
 */
export function openDesks(
  expected: (error: string) => boolean = () => false,
  settings: NodeJS.ProcessEnv = {},
): Desks {
  let folder: string;
  let system: RunningSystem;
  let browser: Browser;
  let people: Person[] = [];
  beforeAll(async () => {
    folder = await temporaryFolder();
    const port = await freePort();
    [system, browser] = await Promise.all([
      startSystem(folder, port, undefined, settings),
      launchBrowser(),
    ]);
  });
  afterEach(async () => {
    const errors = people.flatMap((person) => person.errors);
    await Promise.all(people.map((person) => person.leave()));
    people = [];
    expect(errors.filter((error) => !expected(error))).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    await removeFolder(folder);
  });
  return {
    url: () => system.url,
    async signIn(account, language, viewport, map, at = system.url) {
      const person = await Person.signIn(browser, at, account, language, viewport, map);
      people.push(person);
      return person;
    },
  };
}
