import type { Actor } from '../metadata.ts';
import type { AccessFacts, AccessKind } from './events.ts';

/** Somebody's access to something, before it is recorded. */
export interface AccessEntry extends AccessFacts {
  readonly kind: AccessKind;
}

/** So many more of the same by the same. */
export interface Repeats {
  readonly by: Actor;
  readonly entry: AccessEntry;
  readonly count: number;
  /** Milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
}

export interface TallyBounds {
  /** How long the same counts as repeated, in milliseconds. */
  readonly windowMs: number;
  /** Of the same refused attempt or sign-in so many are recorded each by itself. */
  readonly single: number;
  /** Different refused attempts in a window that are told apart, of everybody together. */
  readonly refused: number;
  /** Different things that one person may read or do in a window. */
  readonly given: number;
}

export const usualBounds: TallyBounds = {
  windowMs: 5 * 60_000,
  single: 3,
  refused: 300,
  given: 600,
};

interface Window {
  readonly by: Actor;
  readonly entry: AccessEntry;
  readonly since: number;
  singles: number;
  count: number;
  from: number;
  until: number;
}

/** What becomes of an entry: an event of its own, one more in a count, or nothing may be given. */
export type Admission = 'record' | 'count' | 'tooMany';

const isRefused = ({ kind }: AccessEntry): boolean =>
  kind === 'signInRefused' || kind === 'attemptRefused';

/** What those are called that are too many to be told apart. */
const others = '*';

/** What two accesses must have in common to be the same. */
export function accessKey(by: Actor, entry: AccessEntry): string {
  const { kind, what, city, incident, task, department, code, account, address } = entry;
  const from = isRefused(entry) ? [account, address, code] : [by.console];
  return JSON.stringify([by.id, kind, what, city, incident, task, department, ...from]);
}

/**
 * Keeps the access log bounded whatever clients do: the first of a kind is recorded, what repeats
 * it is counted. In a window of time a log gets at the most `single` events and a count for each of
 * `refused` attempts, the same for each of `given` things of a person, and a count of the rest.
 * Times are in milliseconds and never go back.
 */
export class AccessTally {
  readonly bounds: TallyBounds;
  readonly #windows = new Map<string, Window>();
  #refused = 0;
  readonly #given = new Map<string, number>();

  constructor(bounds: TallyBounds = usualBounds) {
    this.bounds = bounds;
  }

  admit(by: Actor, entry: AccessEntry, now: number): Admission {
    const window = this.#window(by, entry, now);
    if (!window) return 'tooMany';
    const { kind, what } = window.entry;
    const most = isRefused(entry) || kind === 'signedIn' ? this.bounds.single : 1;
    if (what !== others && window.singles < most) {
      window.singles += 1;
      return 'record';
    }
    if (window.count === 0) window.from = now;
    window.count += 1;
    window.until = now;
    return 'count';
  }

  /** The record of it failed: the next one is the first again. */
  forget(by: Actor, entry: AccessEntry): void {
    const window = this.#windows.get(accessKey(by, entry));
    if (window) window.singles = 0;
  }

  /** The counts of the windows that are over by now; of all of them at the end. */
  due(now = Number.POSITIVE_INFINITY): readonly Repeats[] {
    const counted: Repeats[] = [];
    for (const [name, window] of this.#windows) {
      if (now - window.since < this.bounds.windowMs) continue;
      this.#windows.delete(name);
      this.#leave(window);
      const { by, entry, count, from, until } = window;
      if (count > 0) counted.push({ by, entry, count, from, until });
    }
    return counted;
  }

  #window(by: Actor, entry: AccessEntry, now: number): Window | undefined {
    const name = accessKey(by, entry);
    const known = this.#windows.get(name);
    if (known) return known;
    if (this.#enter(by, entry)) return this.#open(name, by, entry, now);
    // Whoever asks for so much gets no more of it; what is refused anyway is counted with the rest.
    if (!isRefused(entry)) return undefined;
    const rest: AccessEntry = { kind: entry.kind, what: others, code: others };
    return (
      this.#windows.get(`${others} ${entry.kind}`) ??
      this.#open(`${others} ${entry.kind}`, { kind: 'system', id: others, name: others }, rest, now)
    );
  }

  #open(name: string, by: Actor, entry: AccessEntry, now: number): Window {
    const window = { by, entry, since: now, singles: 0, count: 0, from: now, until: now };
    this.#windows.set(name, window);
    return window;
  }

  /** Whether one more can be told apart. */
  #enter(by: Actor, entry: AccessEntry): boolean {
    if (isRefused(entry)) {
      if (this.#refused >= this.bounds.refused) return false;
      this.#refused += 1;
      return true;
    }
    const given = this.#given.get(by.id) ?? 0;
    if (given >= this.bounds.given) return false;
    this.#given.set(by.id, given + 1);
    return true;
  }

  #leave({ by, entry }: Window): void {
    if (entry.what === others) return;
    if (isRefused(entry)) {
      this.#refused -= 1;
      return;
    }
    const given = (this.#given.get(by.id) ?? 1) - 1;
    if (given > 0) this.#given.set(by.id, given);
    else this.#given.delete(by.id);
  }
}
