import { type Signal, signal } from './signal.ts';

/** What a liaison says with one tap; it can wait for the line. */
export type Posted = 'acceptTask' | 'startTask';

/** A command that waits for the line. It keeps its id, so that it counts once however often it is sent. */
export interface Letter {
  readonly id: string;
  readonly command: Posted;
  readonly incident: string;
  readonly task: string;
  /** What the person had seen when it was given. */
  readonly expectedRevision: string;
  /** When it was given, ISO 8601. */
  readonly at: string;
}

/** What becomes of a letter that was sent: answered for good, or the line was gone. */
export type Delivery = 'answered' | 'lost';

export interface Outbox {
  readonly letters: Signal<readonly Letter[]>;
  /** Keeps the letter first, then sends; false when there is no room for one more. */
  readonly post: (letter: Letter) => boolean;
  /** Sends what waits, in the order in which it was given; stops where the line is gone. */
  readonly flush: () => Promise<void>;
  readonly discard: (id: string) => void;
}

/** So that a phone without a line for days doesn't fill up. */
export const room = 50;

const isLetter = (value: unknown): value is Letter =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'task' in value &&
  'command' in value &&
  (value.command === 'acceptTask' || value.command === 'startTask');

function kept(storage: Storage, key: string): readonly Letter[] {
  try {
    const found: unknown = JSON.parse(storage.getItem(key) ?? '[]');
    return Array.isArray(found) ? found.filter(isLetter).slice(0, room) : [];
  } catch {
    return [];
  }
}

/**
 * An account's outbox, kept in this browser: what was given while the line was gone, across a reload.
 * `send` delivers one letter; it must not throw.
 */
export function openOutbox(
  account: string,
  send: (letter: Letter) => Promise<Delivery>,
  storage: Storage = localStorage,
): Outbox {
  const key = `tocsin.outbox.${account}`;
  const letters = signal(kept(storage, key));
  // Another window of the same account keeps its letters here too.
  const change = (next: (now: readonly Letter[]) => readonly Letter[]): void => {
    const changed = next(kept(storage, key));
    storage.setItem(key, JSON.stringify(changed));
    letters.set(changed);
  };
  const discard = (id: string): void => change((now) => now.filter((one) => one.id !== id));
  let sending: Promise<void> | null = null;

  const sendAll = async (): Promise<void> => {
    for (let next = letters.get()[0]; next !== undefined; next = letters.get()[0]) {
      if ((await send(next)) === 'lost') return;
      discard(next.id);
    }
  };
  const flush = (): Promise<void> => {
    sending ??= sendAll().finally(() => {
      sending = null;
    });
    return sending;
  };
  const same = (a: Letter, b: Letter): boolean => a.command === b.command && a.task === b.task;
  return {
    letters,
    flush,
    discard,
    post: (letter) => {
      const waiting = kept(storage, key);
      if (waiting.some((one) => same(one, letter))) return true;
      if (waiting.length >= room) return false;
      change((now) => [...now, letter]);
      void flush();
      return true;
    },
  };
}
