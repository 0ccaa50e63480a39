import type { RawEvent } from '@tocsin/domain';
import { bundleFiles, hashedText } from '@tocsin/domain/proof';
import { UserError } from '../userError.ts';
import { attachmentOf } from './attachments.ts';
import type { BundleFileWriter, BundleWriter } from './bundleWriter.ts';
import type { Disclosure } from './disclosure.ts';
import { timelineHead, timelineLine } from './timelineCsv.ts';
import { words } from './words/words.ts';

/** The files of a bundle that every event goes into: what is hashed, the timeline, the attachments. */
export class EventFiles {
  readonly #events: BundleFileWriter;
  readonly #timeline: BundleFileWriter;
  readonly #attachments: BundleFileWriter;
  readonly #openings: BundleFileWriter;
  readonly #disclosure: Disclosure;
  readonly #onShown: (event: RawEvent) => void;
  count = 0;

  /** `onShown` is told of each event as the bundle shows it. */
  constructor(
    writer: BundleWriter,
    disclosure: Disclosure,
    onShown: (event: RawEvent) => void = () => {},
  ) {
    this.#onShown = onShown;
    this.#disclosure = disclosure;
    this.#events = writer.file(bundleFiles.events);
    this.#openings = writer.file(bundleFiles.openings);
    this.#timeline = writer.file('timeline.csv');
    this.#attachments = writer.file('attachments.jsonl');
    this.#timeline.line(timelineHead);
  }

  /** Gives the hash that the event carries. */
  add(event: RawEvent): string {
    const hashed = hashedText(event);
    if (!hashed) throw new UserError(words.unreadable(event.streamId, event.revision));
    this.#events.line(hashed.text);
    const { shown, line } = this.#disclosure.of(event);
    if (line) this.#openings.line(JSON.stringify(line));
    this.#timeline.line(timelineLine(shown));
    this.#onShown(shown);
    const attachment = attachmentOf(shown);
    if (attachment) this.#attachments.line(JSON.stringify(attachment));
    this.count += 1;
    return hashed.hash;
  }
}
