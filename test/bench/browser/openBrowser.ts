import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '../../e2e/browser.ts';
import { ask } from '../parts/gateway.ts';
import type { Scope } from '../scope.ts';
import type { ConsoleWorld } from './consoleWorld.ts';

/** Headless Chromium, without a graphics card. */
export async function openBrowser(scope: Scope): Promise<Browser> {
  const browser = await launchBrowser();
  scope.defer(() => browser.close());
  return browser;
}

const viewport = { width: 1600, height: 900 };

const viewerQuery = `query { viewer {
  account name roles department cities { id name { zh en } demo } may } }`;

/** What the console keeps of a session in its window. */
async function sessionOf({ gateway, account }: ConsoleWorld): Promise<string> {
  const token = gateway.tokenOf(account);
  const { viewer } = await ask<{ viewer: object }>(gateway.url, token, viewerQuery, {});
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  return JSON.stringify({ token, expiresAt, viewer });
}

/** A window with nothing in its cache, in which the dispatcher is signed in already. */
export async function newDesk(
  browser: Browser,
  world: ConsoleWorld,
  { map = false } = {},
): Promise<BrowserContext> {
  const context = await browser.newContext({ locale: 'en-US', viewport });
  context.setDefaultTimeout(60_000);
  const session = await sessionOf(world);
  await context.addInitScript(
    ([kept, drawn]) => {
      if (window.origin === 'null') return;
      sessionStorage.setItem('tocsin.session', kept);
      localStorage.setItem('tocsin.map', drawn);
    },
    [session, map ? 'on' : 'off'] as const,
  );
  return context;
}

/** A page of the console at a place, once what is named there is drawn. */
export async function openConsole(
  context: BrowserContext,
  { gateway }: ConsoleWorld,
  at: string,
  ready: string,
): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${gateway.url}/#/${at}`);
  await page.locator(ready).first().waitFor();
  return page;
}
