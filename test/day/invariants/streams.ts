import type { LogEvent } from '@tocsin/domain';
import {
  type ChainLink,
  followsInStream,
  isRecorded,
  OpeningsCheck,
  type ProofFault,
  storedLink,
} from '@tocsin/domain/proof';
import { openRawLog } from '@tocsin/domain/store';
import type { Log } from './readLog.ts';

/**
 * [L3] Every link holds as it is stored, revisions have no gap, the hash of the event before is in
 * each, and what lies beside an event is what it was committed to.
 */
export async function brokenChains(eventStore: string): Promise<readonly ProofFault[]> {
  const faults: ProofFault[] = [];
  const report = (fault: ProofFault): void => void faults.push(fault);
  const openings = new OpeningsCheck(report);
  const heads = new Map<string, ChainLink>();
  const log = openRawLog(eventStore);
  for await (const event of log.events()) {
    if (!isRecorded(event.streamId)) continue;
    const { streamId: stream, revision } = event;
    const link = storedLink(event, openings);
    if (!link) report({ kind: 'malformed', stream, revision: Number(revision) });
    else if (followsInStream(link, heads.get(stream), report)) heads.set(stream, link);
  }
  await log.close();
  return faults;
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
