import type { Page } from 'playwright-core';
import type { Language } from '../e2e/browser.ts';

export interface Shot {
  readonly name: string;
  readonly account: string;
  /** The address after `#/`. */
  readonly at: string;
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
  readonly language: Language;
  /** What must be there, by test id or as a selector, before the picture is taken. */
  readonly when: string;
  /** Anything to do first. */
  readonly prepare?: (page: Page) => Promise<void>;
}

type Seen = Pick<Shot, 'account' | 'at' | 'when' | 'prepare'>;
type Size = Pick<Shot, 'width' | 'height' | 'theme' | 'language'>;

const desk: Size = { width: 1920, height: 1080, theme: 'light', language: 'en' };
const night: Size = { ...desk, theme: 'dark', language: 'zh-CN' };
const wall: Size = { ...night, width: 3840 };
const phone: Size = { width: 390, height: 844, theme: 'light', language: 'zh-CN' };
const phoneAtNight: Size = { ...phone, theme: 'dark' };
const mapReady = '[data-testid="map"][data-ready="true"]';

const openFirst = async (page: Page): Promise<void> => {
  const rows = page.locator('[data-testid="queue"] [role="option"][data-status="RESPONDING"]');
  await rows.nth(1).click();
  await page.locator('[data-testid="incident-sheet"]').first().waitFor();
  await rows.first().click();
  await page.locator('[data-testid="incident-sheet"]').first().waitFor();
};
const replayMiddle = async (page: Page): Promise<void> => {
  await page.locator('[data-testid^="found-"]').nth(3).click();
  await page.locator('[data-testid="audit-slider"]').press('End');
  for (let step = 0; step < 3; step += 1)
    await page.locator('[data-testid="step-previous"]').click();
};

/** Every view, as whoever works there has it open. */
const views = {
  dispatch: { account: 'dispatcher', at: 'dispatch', when: mapReady, prepare: openFirst },
  department: { account: 'fire', at: 'department', when: '.department' },
  map: { account: 'dispatcher', at: 'map', when: mapReady },
  cockpit: { account: 'commander', at: 'cockpit', when: mapReady },
  units: { account: 'dispatcher', at: 'units', when: '.board' },
  supplies: { account: 'dispatcher', at: 'supplies', when: '[data-testid^="depot-"]' },
  warnings: { account: 'commander', at: 'warnings', when: '.card' },
  'planned-events': { account: 'commander', at: 'plannedEvents', when: '.card' },
  duty: { account: 'commander', at: 'duty', when: '.board' },
  corrective: { account: 'commander', at: 'corrective', when: '.board' },
  audit: {
    account: 'auditor',
    at: 'audit',
    when: '[data-testid^="found-"]',
    prepare: replayMiddle,
  },
  access: { account: 'auditor', at: 'access', when: '[data-testid="access-row"]' },
  intervals: { account: 'auditor', at: 'intervals', when: '[data-testid="interval-figures"]' },
  admin: { account: 'administrator', at: 'admin', when: '.admin' },
} as const satisfies Readonly<Record<string, Seen>>;
type ViewName = keyof typeof views;

const shot = (view: ViewName, size: Size, suffix = ''): Shot => ({
  ...views[view],
  ...size,
  name: `${view}${suffix}`,
});
const all = Object.keys(views) as readonly ViewName[];

// A phone shows the queue before an incident is chosen in it.
const onPhone = (view: ViewName): Shot => {
  const { prepare, ...seen } = shot(view, phone, '-phone');
  if (view === 'dispatch') return { ...seen, when: '[data-testid="queue"] [role="option"]' };
  return prepare ? { ...seen, prepare } : seen;
};

/** Every view on a desk and on a phone; what hangs on the wall, and what is worked with at night. */
export const shots: readonly Shot[] = [
  ...all.map((view) => shot(view, desk)),
  ...all.map(onPhone),
  shot('cockpit', wall, '-wall'),
  shot('dispatch', night, '-night'),
  shot('map', night, '-night'),
  shot('cockpit', night, '-night'),
  shot('audit', night, '-night'),
  shot('department', phoneAtNight, '-phone-night'),
];
