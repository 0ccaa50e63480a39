import type { Page, WebSocketRoute } from 'playwright-core';

/** How a page's line to the server can be lost. */
export interface CuttableLine {
  /** Both ends learn of it at once. */
  readonly cut: () => Promise<void>;
  /** Nothing comes through any more, and nobody is told. */
  readonly mute: () => void;
  /** How many sockets the page has opened. */
  readonly opened: () => number;
}

/** Puts itself between a page and the server; the page must be loaded anew for it. */
export async function cuttableLine(page: Page): Promise<CuttableLine> {
  let opened = 0;
  let muted = false;
  let current: { readonly page: WebSocketRoute; readonly server: WebSocketRoute } | undefined;
  await page.routeWebSocket(/graphql/, (socket) => {
    opened += 1;
    let dead = false;
    const own = { page: socket, server: socket.connectToServer() };
    current = own;
    const through = (): boolean => {
      if (muted && current === own) dead = true;
      return !dead;
    };
    socket.onMessage((message) => through() && own.server.send(message));
    own.server.onMessage((message) => through() && socket.send(message));
    muted = false;
  });
  return {
    cut: async () => {
      const cutting = current;
      await cutting?.page.close({ code: 1012, reason: 'cut by the test' }).catch(() => {});
      await cutting?.server.close().catch(() => {});
    },
    mute: () => {
      muted = true;
    },
    opened: () => opened,
  };
}
