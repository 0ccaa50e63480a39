import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../e2e/browser.ts';
import { freePort, removeFolder, startSystem, temporaryFolder } from '../system/runningSystem.ts';
import { makeBusy } from './busyCity.ts';
import { type Shot, shots } from './shots.ts';

/** dist/screens → the repository. */
const root = fileURLToPath(new URL('../../../', import.meta.url));

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    out: { type: 'string', default: join(root, 'docs', 'screens') },
    /** A system that runs already, with whatever is in it. */
    url: { type: 'string' },
    /** Each picture as a PNG too, for what cannot open a WebP. */
    png: { type: 'boolean', default: false },
    /** Stays up after the pictures, to look around by hand. */
    stay: { type: 'boolean', default: false },
  },
});
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** As a WebP: a picture of letters and lines takes a third of what a PNG would. */
async function capture(page: Page, file: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  for (const quality of [88, 75, 60, 45]) {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality });
    const picture = Buffer.from(data, 'base64');
    if (picture.length > 200_000 && quality > 45) continue;
    await writeFile(file, picture);
    return picture.length;
  }
  return 0;
}

async function take(browser: Browser, url: string, shot: Shot): Promise<void> {
  const { account, width, height, language, theme } = shot;
  const context = await browser.newContext({
    locale: language === 'en' ? 'en-US' : language,
    viewport: { width, height },
    colorScheme: theme,
    timezoneId: 'Asia/Shanghai',
  });
  try {
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    await page.goto(`${url}/#/${shot.at}`);
    await page.getByTestId(`demo-${account}`).click();
    await page.locator(shot.when).first().waitFor();
    await shot.prepare?.(page);
    // The map draws in its own time, and says nothing when it has.
    await page.waitForTimeout(2500);
    if (options.png) await page.screenshot({ path: join(options.out, `${shot.name}.png`) });
    const bytes = await capture(page, join(options.out, `${shot.name}.webp`));
    say(`  ${shot.name} ${Math.round(bytes / 1000)} kB`);
  } finally {
    await context.close();
  }
}

const wanted = options.only?.split(',');
const chosen = shots.filter(({ name }) => wanted === undefined || wanted.includes(name));
await mkdir(options.out, { recursive: true });
const folder = await temporaryFolder();
const system =
  options.url === undefined
    ? await startSystem(folder, await freePort(), join(root, 'local', 'bin', 'tocsin.mjs'))
    : undefined;
const url = system?.url ?? options.url ?? '';
const browser = await launchBrowser();
let failed = false;
try {
  if (system) {
    say('The city gets busy …');
    await makeBusy(url);
  }
  for (const shot of chosen)
    await take(browser, url, shot).catch((error: unknown) => {
      failed = true;
      say(`  ${shot.name} failed: ${error instanceof Error ? error.message : String(error)}`);
    });
  if (options.stay) {
    say(`${url} stays; Ctrl-C ends it`);
    await new Promise((stop) => process.once('SIGINT', stop));
  }
} finally {
  await browser.close();
  await system?.stop();
  await removeFolder(folder);
}
process.exitCode = failed ? 1 : 0;
