/** A message that came to the first screen of a group, and how long after the beginning. */
export interface Frame {
  readonly group: string;
  /** Milliseconds. */
  readonly at: number;
  readonly text: string;
}

/** What came to the screens since the beginning. */
export interface ScreenRecords {
  readonly messages: number;
  /** Rows, each counted once a screen that it came to. */
  readonly rows: number;
  readonly frames: readonly Frame[];
  /** When a row came to the last screen, by `id:revision`; nanoseconds of the machine's clock. */
  readonly last: Readonly<Record<string, { readonly screens: number; readonly at: string }>>;
}

/** One screen to open. */
export interface Screen {
  readonly group: string;
  readonly url: string;
  /** Left out: a bare socket, which says nothing. */
  /** A bare socket that gets a message as soon as it is open. */
  readonly greeted?: boolean;
  readonly live?: { readonly token: string; readonly query: string; readonly variables: object };
}

export type ScreenOrder =
  | { readonly order: 'open'; readonly screens: readonly Screen[] }
  /** All sockets are cut, and all at once come back to where these screens are, with their cursors. */
  | { readonly order: 'resume'; readonly screens: readonly Screen[] }
  | { readonly order: 'begin' }
  | { readonly order: 'count' }
  | { readonly order: 'end' };
