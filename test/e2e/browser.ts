import { mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';

const artifacts = fileURLToPath(new URL('../.artifacts/', import.meta.url));

/** What a headless browser without a GPU and without any network but this machine's needs. */
const flags = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-accelerated-2d-canvas',
  '--disable-gpu-rasterization',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The browser that npm brought; it unpacks itself into a folder of this account's own. */
export async function launchBrowser(): Promise<Browser> {
  const folder = join(artifacts, `browser-${userInfo().username}`);
  mkdirSync(folder, { recursive: true });
  process.env.TMPDIR = folder;
  const { default: packed } = await import('@sparticuz/chromium');
  const executablePath = await packed.executablePath();
  return chromium.launch({ executablePath, headless: true, args: flags });
}

export type Language = 'zh-CN' | 'en';

/** A signed-in person at a window of their own; every error of the page is kept. */
export class Person {
  readonly page: Page;
  readonly errors: string[] = [];
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  static async signIn(
    browser: Browser,
    url: string,
    account: string,
    language: Language,
    viewport = { width: 1600, height: 900 },
    map = false,
  ): Promise<Person> {
    const locale = language === 'en' ? 'en-US' : language;
    const context = await browser.newContext({ locale, viewport, timezoneId: 'Asia/Shanghai' });
    context.setDefaultTimeout(20_000);
    const person = new Person(context, await context.newPage());
    // Drawn in software, a map for each of several people takes what the machine has.
    if (!map) await person.page.addInitScript(() => localStorage.setItem('tocsin.map', 'off'));
    await person.page.goto(url);
    await person.click(`demo-${account}`);
    await person.sees('viewer');
    return person;
  }

  /** The element of this name, in one of its states if one is given, once it is there. */
  async sees(name: string, status?: string): Promise<void> {
    const state = status === undefined ? '' : `[data-status="${status}"]`;
    await this.page.locator(`[data-testid="${name}"]${state}`).first().waitFor();
  }

  click(name: string): Promise<void> {
    return this.page.getByTestId(name).first().click();
  }

  fill(name: string, text: string): Promise<void> {
    return this.page.getByTestId(name).fill(text);
  }

  async text(name: string): Promise<string> {
    return (await this.page.getByTestId(name).first().textContent()) ?? '';
  }

  /** The number of the incident that is open, once the boards have given it one. */
  async incidentNumber(): Promise<string> {
    const given = this.page.getByTestId('incident-number').filter({ hasText: /\d/ });
    return (await given.textContent())?.match(/\d+/)?.[0] ?? '';
  }

  /** Writes into the one text form that is open and sends it. */
  async write(text: string): Promise<void> {
    const form = this.page.locator('form.text-command');
    await form.locator('textarea').fill(text);
    await form.locator('button[type=submit]').click();
  }

  /** Keeps a picture of the window for whoever looks at a failure. */
  async picture(name: string): Promise<void> {
    mkdirSync(join(artifacts, 'screens'), { recursive: true });
    await this.page.screenshot({ path: join(artifacts, 'screens', `${name}.png`) });
  }

  leave(): Promise<void> {
    return this.#context.close();
  }
}
