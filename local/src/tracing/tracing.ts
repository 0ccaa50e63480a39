import type { TellSpan } from '@tocsin/domain/store';

export interface Tracing {
  readonly tell: TellSpan;
  /** Sends what is left. */
  close(): Promise<void>;
}
