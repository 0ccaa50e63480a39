/** What is known of the line to the server; times in milliseconds of this machine's clock. */
export interface Line {
  readonly socket: 'connecting' | 'open' | 'lost';
  /** When the socket was last lost; null while it is there. */
  readonly lostAt: number | null;
  /** When the last status message came. */
  readonly heardAt: number | null;
  /** The server's own word: its read models keep up. */
  readonly serverLive: boolean;
  readonly browserOnline: boolean;
}

export type LineEvent =
  | { readonly type: 'connecting' | 'opened'; readonly at: number }
  | { readonly type: 'lost'; readonly at: number }
  | { readonly type: 'status'; readonly at: number; readonly live: boolean }
  | { readonly type: 'browser'; readonly online: boolean };

export type ConnectionState = 'connecting' | 'live' | 'reconnecting' | 'offline' | 'stale';

export const noLine: Line = {
  socket: 'connecting',
  lostAt: null,
  heardAt: null,
  serverLive: false,
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
      return { ...line, heardAt: event.at, serverLive: event.live };
    case 'browser':
      return { ...line, browserOnline: event.online };
  }
}

/** Silence after which an open socket is no longer believed. */
export const silence = 5_000;
/** How long reconnecting may take before it is called offline. */
export const patience = 30_000;

export function connectionState(line: Line, now: number): ConnectionState {
  if (!line.browserOnline) return 'offline';
  if (line.socket === 'lost') {
    return line.lostAt !== null && now - line.lostAt > patience ? 'offline' : 'reconnecting';
  }
  if (line.socket === 'connecting' || line.heardAt === null) return 'connecting';
  if (now - line.heardAt > silence || !line.serverLive) return 'stale';
  return 'live';
}
