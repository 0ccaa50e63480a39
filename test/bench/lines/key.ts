import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { openConsoleWorld } from '../browser/consoleWorld.ts';
import { newDesk, openBrowser, openConsole } from '../browser/openBrowser.ts';
import { type Figure, ownFigure, percentile, timeFigure } from '../figures.ts';
import { HttpConnection } from '../http/connection.ts';
import { acceptedRevision, addNoteRequest } from '../http/mutation.ts';
import type { Run } from '../options.ts';
import type { Scope } from '../scope.ts';

export const keyLines = [
  'frames from a key to what it opens, p99',
  'from that key to the frame, p95',
  'from Enter to the note on one’s own screen, p50',
] as const;

interface Felt {
  /** Frames begun until the one that shows it. */
  readonly frames: number;
  /** Until that frame has been made. */
  readonly ms: number;
}

/** What the next key press does: the frames and the time until `selector` stands, or has `text`. */
async function nextKey(page: Page, selector: string, text = ''): Promise<() => Promise<Felt>> {
  const felt = await page.evaluateHandle(
    ([wanted, said]) => {
      const record: { done?: Felt } = {};
      const stands = (): boolean =>
        document.querySelector(wanted)?.textContent?.includes(said) ?? false;
      const pressed = (event: KeyboardEvent): void => {
        let frames = 0;
        const frame = (): void => {
          frames += 1;
          if (!stands()) {
            requestAnimationFrame(frame);
            return;
          }
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            record.done = { frames, ms: performance.now() - event.timeStamp };
            port1.close();
          };
          port2.postMessage(0);
        };
        requestAnimationFrame(frame);
      };
      window.addEventListener('keydown', pressed, { capture: true, once: true });
      return record;
    },
    [selector, text] as const,
  );
  return async () => {
    await page.waitForFunction((record) => record.done !== undefined, felt);
    const done = await felt.evaluate((record) => record.done);
    if (done === undefined) throw new Error('nothing was felt of a key');
    return done;
  };
}

/** A key that opens a form, in the dispatch view with an incident open. */
async function openForms(page: Page, count: number): Promise<readonly Felt[]> {
  const all: Felt[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const felt = await nextKey(page, 'form.text-command');
    await page.keyboard.press('t');
    all.push(await felt());
    await page.keyboard.press('Escape');
    await page.locator('form.text-command').waitFor({ state: 'detached' });
  }
  return all;
}

/** The least that a key can do in this browser: a text that changes at once. */
async function bareKeys(page: Page, count: number): Promise<readonly Felt[]> {
  await page.evaluate(() =>
    window.addEventListener('keydown', ({ key }) => {
      document.body.textContent = key === 't' ? 'opened' : 'closed';
    }),
  );
  const all: Felt[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    await page.keyboard.press('x');
    const felt = await nextKey(page, 'body', 'opened');
    await page.keyboard.press('t');
    all.push(await felt());
  }
  return all;
}

/** Notes at the command line, from Enter until each stands in the incident's own timeline. */
async function giveNotes(page: Page, number: string, count: number): Promise<readonly number[]> {
  const all: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const text = `note ${randomUUID()}`;
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText(`/note ${number} ${text}`);
    const felt = await nextKey(page, '.timeline', text);
    await page.keyboard.press('Enter');
    all.push((await felt()).ms);
    await page.keyboard.press('Escape');
  }
  return all;
}

/** The mutation alone, over a kept connection. */
async function mutate(
  { port, token }: { readonly port: number; readonly token: string },
  incident: string,
  count: number,
): Promise<readonly number[]> {
  const connection = await HttpConnection.open(port);
  const all: number[] = [];
  for (let turn = 0; turn < count; turn += 1) {
    const begun = performance.now();
    const body = await connection.send(addNoteRequest(token, incident));
    all.push(performance.now() - begun);
    if (acceptedRevision(body) === undefined) throw new Error(`not accepted: ${body}`);
  }
  connection.close();
  return all;
}

/** What a person feels of a key: at once on the screen, then confirmed by the server. */
export async function measureKey(scope: Scope, run: Run): Promise<readonly Figure[]> {
  const counts = { incidents: run.count(500, 100), units: run.count(300, 50) };
  const world = await openConsoleWorld(scope, run, counts);
  const browser = await openBrowser(scope);
  const context = await newDesk(browser, world);
  const page = await openConsole(context, world, 'dispatch', '[data-testid="queue"] [role=option]');
  const row = page.locator('[data-testid="queue"] [data-status="CONFIRMED"]').first();
  const number = (await row.getAttribute('data-testid'))?.split('-')[1] ?? '';
  await row.click();
  await page.locator('.timeline').first().waitFor();
  const incident = page.url().split('/').at(-1) ?? '';
  const turns = run.count(100, 15);
  await openForms(page, 3);
  const ours = await openForms(page, turns);
  const notes = await giveNotes(page, number, run.count(50, 10));
  await context.close();
  const empty = await newDesk(browser, world);
  const bare = await openConsole(empty, world, '', 'body');
  await bare.goto(`${world.gateway.url}/healthz`);
  const least = await bareKeys(bare, turns);
  await empty.close();
  const bench = { port: world.gateway.port, token: world.gateway.token };
  const mutations = await mutate(bench, incident, run.count(50, 10));

  const frames = (all: readonly Felt[]): number =>
    percentile(
      all.map((one) => one.frames),
      0.99,
    );
  const ms = (all: readonly Felt[]): number =>
    percentile(
      all.map((one) => one.ms),
      0.95,
    );
  return [
    ownFigure(keyLines[0], 'frames', frames(ours), frames(least), 1, 'most'),
    ownFigure(keyLines[1], 'ms', ms(ours), ms(least), 17, 'beyond'),
    timeFigure(keyLines[2], notes, mutations, null),
  ];
}
