import type { Cursor } from '@tocsin/projections/queries';
import { Frames } from './frames.ts';

/** A board's batch, executed and serialized once, for as many sockets as there are. */
export class Rendering {
  readonly cursor: Cursor;
  readonly frames: Frames;
  /** How often it was handed to a socket. */
  sent = 0;

  /** @param payload the GraphQL result as JSON */
  constructor(cursor: Cursor, payload: string) {
    this.cursor = cursor;
    this.frames = new Frames(payload);
  }
}
