import { bundleFiles, hashedText, type StoredEvent } from '@tocsin/domain/proof';
import { UserError } from '../userError.ts';
import { attachmentOf } from './attachments.ts';
import type { BundleFileWriter, BundleWriter } from './bundleWriter.ts';
import { timelineHead, timelineLine } from './timelineCsv.ts';
import { words } from './words/words.ts';

/** The files of a bundle that every event goes into: what is hashed, the timeline, the attachments. */
export class EventFiles {
  readonly #events: BundleFileWriter;
  readonly #timeline: BundleFileWriter;
  readonly #attachments: BundleFileWriter;
  count = 0;

  constructor(writer: BundleWriter) {
    this.#events = writer.file(bundleFiles.events);
    this.#timeline = writer.file('timeline.csv');
    this.#attachments = writer.file('attachments.jsonl');
    this.#timeline.line(timelineHead);
  }

  /** Gives the hash that the event carries. */
  add(event: StoredEvent): string {
    const hashed = hashedText(event);
    if (!hashed) throw new UserError(words.unreadable(event.streamId, event.revision));
    this.#events.line(hashed.text);
    this.#timeline.line(timelineLine(event));
    const attachment = attachmentOf(event);
    if (attachment) this.#attachments.line(JSON.stringify(attachment));
    this.count += 1;
    return hashed.hash;
  }
}
