import {
  type BundleSubject,
  bundleFiles,
  isRecorded,
  type Seal,
  sealStream,
} from '@tocsin/domain/proof';
import { firstSealThat, keySeals, type RawLog, sealAt } from '@tocsin/domain/store';
import { UserError } from '../userError.ts';
import type { BundleWriter } from './bundleWriter.ts';
import type { EventFiles } from './eventFiles.ts';
import { words } from './words/words.ts';

export interface Period {
  /** ISO 8601 in UTC. */
  readonly from: string;
  readonly to: string;
}

export interface Exported {
  readonly subject: BundleSubject;
  readonly events: number;
}

/**
 * Writes the events that the seals of a period cover: every event recorded between its first and
 * last seal, and nothing can be left out unseen. Streamed; memory is flat.
 */
export async function exportPeriod(
  log: RawLog,
  newest: Seal,
  { from, to }: Period,
  writer: BundleWriter,
  files: EventFiles,
): Promise<Exported> {
  const first = await firstSealThat(log, newest, ({ body }) => body.time >= from);
  if (!first) throw new UserError(words.nothingInPeriod(from, to));
  const begin = first.body.number;
  const last = (await firstSealThat(log, newest, ({ body }) => body.time >= to, begin)) ?? newest;
  await writeSeals(log, newest, begin, last.body.number, writer);
  const before = begin === 0 ? undefined : await sealAt(log, begin - 1);
  const wanted = last.body.to - first.body.from;
  if (wanted > 0)
    for await (const event of log.events(before && BigInt(before.body.position))) {
      if (!isRecorded(event.streamId)) continue;
      files.add(event);
      if (files.count === wanted) break;
    }
  const subject = { kind: 'period', from, to, seal: begin, event: first.body.from } as const;
  return { subject, events: files.count };
}

async function writeSeals(
  log: RawLog,
  newest: Seal,
  begin: number,
  end: number,
  writer: BundleWriter,
): Promise<void> {
  const file = writer.file(bundleFiles.seals);
  for (const seal of await keySeals(log, newest))
    if (seal.body.number < begin) file.line(JSON.stringify(seal));
  for await (const { data } of log.stream(sealStream, BigInt(begin), BigInt(end - begin + 1)))
    file.line(JSON.stringify(data));
}
