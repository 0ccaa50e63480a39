import { randomUUID } from 'node:crypto';
import { iterate, Signal } from '../feed/pull.ts';
import type { Present } from './present.ts';
import { chunks, heard, type Said } from './wire.ts';

export interface Presence {
  /**
   * Is there for as long as the iterator runs, which gives everybody who is, oneself included: at
   * once and after each change. `demand` throws where they may not be there any more.
   */
  join(
    incident: string,
    present: Present,
    demand?: () => Promise<void>,
  ): AsyncGenerator<readonly Present[]>;
  /** What another gateway said. */
  hear(payload: string): void;
  close(): void;
}

/** The most that are told of on one incident, and that are remembered of other gateways. */
const mostTold = 50;
const mostRemembered = 5_000;
/** Changes go to the other gateways together, after this; milliseconds. */
const gatherMs = 100;
/** How often everybody is told again, and after how long of silence nobody believes it any more. */
const repeatMs = 10_000;
const believedMs = 25_000;

interface Remembered {
  readonly incident: string;
  readonly present: Present;
  readonly until: number;
}

/**
 * Who is at which incident: of this gateway's own sockets, and of the other gateways' by what they
 * say. It is in no log and no table, and gone with the sockets.
 *
 * @param tell says a text to every gateway; what comes of it may be lost
 */
export function openPresence(tell: (payload: string) => void): Presence {
  const origin = randomUUID();
  const here = new Map<string, Map<string, Present>>();
  const elsewhere = new Map<string, Remembered>();
  const followers = new Map<string, Set<Signal>>();
  let waiting: Said[] = [];
  let gathering: NodeJS.Timeout | undefined;

  const wake = (incident: string): void => {
    for (const follower of followers.get(incident) ?? []) follower.raise();
  };
  const flush = (): void => {
    gathering = undefined;
    const said = waiting;
    waiting = [];
    for (const payload of chunks(origin, said)) tell(payload);
  };
  const say = (said: Said): void => {
    waiting.push(said);
    gathering ??= setTimeout(flush, gatherMs);
  };
  const at = (incident: string): readonly Present[] => {
    const own = [...(here.get(incident)?.values() ?? [])];
    const others = [...elsewhere.values()].filter((one) => one.incident === incident);
    return [...own, ...others.map(({ present }) => present)].slice(0, mostTold);
  };
  const repeat = (): void => {
    const now = Date.now();
    for (const [key, { incident, until }] of elsewhere) {
      if (until > now) continue;
      elsewhere.delete(key);
      wake(incident);
    }
    for (const [incident, all] of here)
      for (const present of all.values()) say({ incident, present });
  };
  const repeating = setInterval(repeat, repeatMs);
  repeating.unref();

  function leave(incident: string, present: Present): void {
    const all = here.get(incident);
    // The same console may have come again, with another form.
    if (all?.get(present.console) !== present) return;
    all.delete(present.console);
    if (all.size === 0) here.delete(incident);
    say({ incident, left: present.console });
    wake(incident);
  }

  return {
    join(incident, present, demand) {
      const signal = new Signal();
      let left = false;
      const all = here.get(incident) ?? new Map<string, Present>();
      here.set(incident, all.set(present.console, present));
      followers.set(incident, (followers.get(incident) ?? new Set()).add(signal));
      say({ incident, present });
      wake(incident);
      const pull = async () => {
        await signal.wait();
        if (left) return undefined;
        await demand?.();
        return at(incident);
      };
      return iterate(pull, () => {
        left = true;
        const watching = followers.get(incident);
        watching?.delete(signal);
        if (watching?.size === 0) followers.delete(incident);
        leave(incident, present);
        signal.raise();
      });
    },
    hear(payload) {
      const message = heard(payload);
      if (message === undefined || message.origin === origin) return;
      for (const { incident, present, left } of message.said) {
        const key = `${message.origin} ${incident} ${present?.console ?? left}`;
        if (present === undefined) elsewhere.delete(key);
        else if (elsewhere.has(key) || elsewhere.size < mostRemembered)
          elsewhere.set(key, { incident, present, until: Date.now() + believedMs });
        wake(incident);
      }
    },
    close() {
      clearInterval(repeating);
      clearTimeout(gathering);
      for (const watching of followers.values()) for (const one of watching) one.raise();
    },
  };
}
