import type { Cursor } from '@tocsin/projections/queries';
import type { Rendering } from './rendering.ts';

/** Where a member's messages go: one subscription of one socket. */
export interface Outlet {
  /** What was sent is not taken: nothing more is sent until it is. */
  readonly full: boolean;
  /** Resolves when it isn't full, or the socket is gone. */
  drained(): Promise<void>;
  send(rendering: Rendering): void;
  end(): void;
  fail(error: unknown): void;
}

/** One subscriber of a room. All that is kept of what it hasn't got is where it stands. */
export interface Member {
  readonly outlet: Outlet;
  /** It was given everything up to here; undefined: it needs the whole board. */
  cursor: Cursor | undefined;
  left: boolean;
}
