import type { EventEmitter } from 'node:events';
import { statusOf, stopping } from './faults.ts';

/** The calls that don't end by themselves: batch appends and reads. */
export class OpenCalls {
  readonly #calls = new Set<EventEmitter>();

  add(call: EventEmitter): void {
    this.#calls.add(call);
    const forget = (): void => void this.#calls.delete(call);
    call.once('close', forget);
    call.once('cancelled', forget);
    call.once('finish', forget);
  }

  /** Ends them with UNAVAILABLE, on which clients fail what is pending and connect again. */
  end(): void {
    for (const call of this.#calls) call.emit('error', statusOf(stopping()));
    this.#calls.clear();
  }
}
