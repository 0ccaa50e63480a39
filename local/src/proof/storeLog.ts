import {
  type ChainLink,
  isRecorded,
  type OpeningsCheck,
  type ReportFault,
  sealStream,
  storedLink,
} from '@tocsin/domain/proof';
import type { RawLog } from '@tocsin/domain/store';
import { hides } from './fileLog.ts';

const batchSize = 500;

/** The links of Tocsin's record as a running store gives them, in the log's order. */
export async function* storeLinks(
  log: RawLog,
  report: ReportFault,
  openings: OpeningsCheck,
): AsyncGenerator<ChainLink[]> {
  let links: ChainLink[] = [];
  for await (const event of log.events()) {
    const { streamId: stream } = event;
    const revision = Number(event.revision);
    if (stream.startsWith('$')) hides(stream, report);
    if (!isRecorded(stream)) continue;
    const link = storedLink(event, openings);
    if (link) links.push(link);
    else if (event.type === '$streamDeleted') report({ kind: 'hidden', stream });
    else report({ kind: 'malformed', stream, revision });
    if (links.length < batchSize) continue;
    yield links;
    links = [];
  }
  yield links;
}

export async function* storeSeals(log: RawLog): AsyncGenerator<unknown> {
  for await (const { data } of log.stream(sealStream)) yield data;
}
