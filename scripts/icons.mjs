import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { root } from './step.mjs';

/** Draws the icons of the installed console from its favicon: `node scripts/icons.mjs`. */
const require = createRequire(join(root, 'test/package.json'));
const { chromium } = require('playwright-core');
const { default: packed } = await import(require.resolve('@sparticuz/chromium'));

const shown = join(root, 'console/public');
const picture = readFileSync(join(shown, 'favicon.svg'), 'utf8');

/** Pixels, and the part of the side that the picture takes: a mask may cut a maskable one's edge. */
const icons = [
  { name: 'icon-180.png', side: 180, part: 1 },
  { name: 'icon-192.png', side: 192, part: 1 },
  { name: 'icon-512.png', side: 512, part: 1 },
  { name: 'icon-maskable-512.png', side: 512, part: 0.8 },
];

const folder = join(root, 'test/.artifacts', `browser-${userInfo().username}`);
mkdirSync(folder, { recursive: true });
process.env.TMPDIR = folder;
const browser = await chromium.launch({
  executablePath: await packed.executablePath(),
  args: ['--no-sandbox'],
});
for (const { name, side, part } of icons) {
  const page = await browser.newPage({ viewport: { width: side, height: side } });
  await page.setContent(`<style>body{margin:0;height:100vh;display:grid;place-items:center;
    background:#131a21}svg{width:${part * 100}%;height:${part * 100}%}</style>${picture}`);
  await page.screenshot({ path: join(shown, name) });
  await page.close();
}
await browser.close();
