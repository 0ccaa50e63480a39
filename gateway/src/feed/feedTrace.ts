import { randomUUID } from 'node:crypto';
import { spanKey, type TellSpan, type Timed } from '@tocsin/domain/store';
import { type BoardChange, type Noticed, readNotice } from '@tocsin/projections/queries';

/** A batch that a room has rendered and handed to its sockets. */
export interface Delivered extends Timed {
  readonly changes: readonly BoardChange[];
  /** When the rendering was there, on the clock of `Timed`. */
  readonly rendered: number;
  readonly sockets: number;
}

/** Events that are remembered from their notice to their rows' sending. */
const mostRemembered = 1_000;

/**
 * Tells how changes get from the change log to the sockets. Which event and which trace a change
 * belongs to says the notification of it, where the runner traces as well; a change that comes by
 * another way is not told.
 */
export class FeedTrace {
  readonly #tell: TellSpan;
  readonly #gateway = randomUUID();
  readonly #noticed = new Map<string, Noticed>();
  #deliveries = 0;

  constructor(tell: TellSpan) {
    this.#tell = tell;
  }

  /** What a notification of changes says. */
  note(payload: string): void {
    for (const one of readNotice(payload)) this.#noticed.set(one.position, one);
    for (const position of this.#noticed.keys()) {
      if (this.#noticed.size <= mostRemembered) return;
      this.#noticed.delete(position);
    }
  }

  read(changes: readonly BoardChange[], { begun, ended }: Timed): void {
    for (const noticed of this.#of(changes)) {
      this.#tell({
        correlation: noticed.correlation,
        key: this.#readKey(noticed),
        parent: spanKey.project(noticed.event),
        name: 'read changes',
        attributes: { 'tocsin.changes': changes.length },
        begun,
        ended,
      });
    }
  }

  delivered({ changes, begun, rendered, ended, sockets }: Delivered): void {
    this.#deliveries += 1;
    for (const noticed of this.#of(changes)) {
      const { correlation, position } = noticed;
      const place = `${this.#gateway} ${this.#deliveries} ${position}`;
      const render = `render ${place}`;
      this.#tell({
        correlation,
        key: render,
        parent: this.#readKey(noticed),
        name: 'render',
        attributes: { 'tocsin.board': changes[0]?.board ?? '', 'tocsin.changes': changes.length },
        begun,
        ended: rendered,
      });
      this.#tell({
        correlation,
        key: `send ${place}`,
        parent: render,
        name: 'send',
        attributes: { 'tocsin.sockets': sockets },
        begun: rendered,
        ended,
      });
    }
  }

  #readKey({ position }: Noticed): string {
    return `read ${this.#gateway} ${position}`;
  }

  /** The events that these changes come from, each once, where their notice has come. */
  #of(changes: readonly BoardChange[]): readonly Noticed[] {
    const positions = new Set(changes.map(({ position }) => position.toString()));
    return [...positions].flatMap((position) => this.#noticed.get(position) ?? []);
  }
}
