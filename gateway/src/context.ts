import type { Store, TellSpan } from '@tocsin/domain/store';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { AccessLog } from './access/accessLog.ts';
import type { Feed } from './feed/feed.ts';
import type { IncidentRecords } from './feed/incidentRecords.ts';
import type { StatusTicker } from './feed/statusTicker.ts';
import type { IncidentNumbers } from './incidentNumbers.ts';
import type { Language } from './messages/index.ts';
import type { Metrics } from './metrics.ts';
import { refuse } from './operation/refusal.ts';
import type { Plays } from './play/plays.ts';
import type { Presence } from './presence/presence.ts';
import type { Viewer } from './rules/index.ts';
import type { Sessions } from './session/sessions.ts';

/** What the gateway is made of; one of each a process. */
export interface GatewayParts {
  readonly store: Store;
  readonly pool: Pool;
  readonly sessions: Sessions;
  readonly access: AccessLog;
  readonly feed: Feed;
  readonly records: IncidentRecords;
  readonly status: StatusTicker;
  readonly plays: Plays;
  /** Who is at which incident. */
  readonly presence: Presence;
  readonly numbers: IncidentNumbers;
  readonly metrics: Metrics;
  readonly tell: TellSpan | undefined;
  /** Who has it may read the figures; undefined: this machine may. */
  readonly metricsToken: string | undefined;
  /** Demo accounts and GraphiQL are offered. */
  readonly demo: boolean;
  readonly logger: Logger;
}

/** What an operation knows about who asks. On a socket, `viewer` follows changes of the person. */
export interface RequestContext {
  readonly parts: GatewayParts;
  readonly viewer: Viewer | undefined;
  readonly language: Language;
  readonly transport: 'http' | 'socket';
  /** When the request came, on the clock of `Timed`; unknown on a socket. */
  readonly begun?: number;
  /** The peer's IP address. */
  readonly address: string;
  /** The console (browser window) that says so. */
  readonly console?: string | undefined;
  /** What is being written into the access log; an answer over HTTP waits for it. */
  readonly traces?: Promise<void>[];
}

/** The viewer of an operation that needs one. */
export const signedIn = ({ viewer }: RequestContext): Viewer => viewer ?? refuse('unauthenticated');
