/** How true the server's boards are, as it says itself. */
export type DataState = 'live' | 'behind' | 'stopped' | 'failed' | 'unknown';

/** What is known of the line to the server; times in milliseconds of this machine's clock. */
export interface Line {
  readonly socket: 'connecting' | 'open' | 'lost';
  /** When the socket was last lost; null while it is there. */
  readonly lostAt: number | null;
  /** When the last status message came. */
  readonly heardAt: number | null;
  /** The server's own word of how true its boards are. */
  readonly data: DataState;
  readonly browserOnline: boolean;
}

export type LineEvent =
  | { readonly type: 'connecting' | 'opened'; readonly at: number }
  | { readonly type: 'lost'; readonly at: number }
  | { readonly type: 'status'; readonly at: number; readonly data: DataState }
  | { readonly type: 'browser'; readonly online: boolean };

/** `silent`: the socket is open, but the server has not been heard for too long. */
export type ConnectionState = 'connecting' | 'reconnecting' | 'offline' | 'silent' | DataState;

export const noLine: Line = {
  socket: 'connecting',
  lostAt: null,
  heardAt: null,
  data: 'unknown',
  browserOnline: true,
};

export function onLine(line: Line, event: LineEvent): Line {
  switch (event.type) {
    case 'connecting':
      return line.socket === 'open'
        ? line
        : { ...line, socket: line.lostAt ? 'lost' : 'connecting' };
    case 'opened':
      return { ...line, socket: 'open', lostAt: null };
    case 'lost':
      return { ...line, socket: 'lost', lostAt: line.lostAt ?? event.at };
    case 'status':
      return { ...line, heardAt: event.at, data: event.data };
    case 'browser':
      return { ...line, browserOnline: event.online };
  }
}

/** Silence after which an open socket is no longer believed. */
export const silence = 2_500;
/** How long reconnecting may take before it is called offline. */
export const patience = 30_000;

export function connectionState(line: Line, now: number): ConnectionState {
  if (!line.browserOnline) return 'offline';
  if (line.socket === 'lost') {
    return line.lostAt !== null && now - line.lostAt > patience ? 'offline' : 'reconnecting';
  }
  if (line.socket === 'connecting' || line.heardAt === null) return 'connecting';
  return now - line.heardAt > silence ? 'silent' : line.data;
}
