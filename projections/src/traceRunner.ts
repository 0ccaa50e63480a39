import { spanKey, type TellSpan } from '@tocsin/domain/store';
import type { RunnerObserver } from './runnerObserver.ts';

/** Events of a batch that are told at the most: the newest. While catching up nobody waits for them. */
const mostTold = 64;

/** Tells of each event how it got into the read models. */
export const traceRunner = (tell: TellSpan): RunnerObserver => ({
  projected({ events, begun, ended }) {
    for (const { id, type, meta } of events.slice(-mostTold)) {
      tell({
        correlation: meta.correlationId,
        key: spanKey.project(id),
        parent: spanKey.append(meta.commandId),
        name: `project ${type}`,
        attributes: { 'tocsin.batch.events': events.length },
        begun,
        ended,
      });
    }
  },
});
