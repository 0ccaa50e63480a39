import { eventHash, type LogEvent } from '@tocsin/domain';
import type { Log } from './readLog.ts';

/** [L3] Every link holds, revisions have no gap, and the hash of the event before is in each. */
export function brokenChains({ streams }: Log): string[] {
  return [...streams].flatMap(([stream, events]) =>
    events.flatMap((event, index) => {
      const before = events[index - 1]?.meta.hash ?? '';
      const whole = event.revision === BigInt(index) && event.meta.previousHash === before;
      return whole && hashOf(event) === event.meta.hash ? [] : [`${stream}@${event.revision}`];
    }),
  );
}

function hashOf({ id, stream, revision, type, data, meta }: LogEvent): string {
  const { hash, correlationId, causationId, ...rest } = meta;
  const metadata = { ...rest, $correlationId: correlationId, $causationId: causationId };
  return eventHash({ id, stream, revision, type, data, metadata });
}

/** [C2] [C3] A command's events stand together in one stream, and come from one thing asked. */
export function scatteredCommands({ events }: Log): string[] {
  const last = new Map<string, LogEvent>();
  const faults: string[] = [];
  for (const event of events) {
    const { commandId, commandDigest } = event.meta;
    const before = last.get(commandId);
    last.set(commandId, event);
    if (!before) continue;
    const next = before.stream === event.stream && event.revision === before.revision + 1n;
    if (!next || before.meta.commandDigest !== commandDigest)
      faults.push(
        `${commandId}: ${before.stream}@${before.revision}, ${event.stream}@${event.revision}`,
      );
  }
  return faults;
}

/** [C6] [L2] Nothing happened after it was recorded, and everything says who did it. */
export const badMeta = ({ events }: Log): string[] =>
  events
    .filter(({ meta }) => meta.occurredAt > meta.recordedAt || meta.actor.id === '')
    .map(({ stream, revision }) => `${stream}@${revision}`);
