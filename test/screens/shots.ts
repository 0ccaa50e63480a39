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

const desk = { width: 1920, height: 1080, theme: 'light', language: 'en' } as const;
const night = { ...desk, theme: 'dark', language: 'zh-CN' } as const;
const phone = { width: 390, height: 844, theme: 'light', language: 'zh-CN' } as const;
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

/** Every view as its people see it: on a desk by day and by night, on the wall, on a phone. */
export const shots: readonly Shot[] = [
  {
    ...desk,
    name: 'dispatch-light',
    account: 'dispatcher',
    at: 'dispatch',
    when: mapReady,
    prepare: openFirst,
  },
  {
    ...night,
    name: 'dispatch-dark',
    account: 'dispatcher',
    at: 'dispatch',
    when: mapReady,
    prepare: openFirst,
  },
  { ...desk, name: 'map-light', account: 'dispatcher', at: 'map', when: mapReady },
  { ...night, name: 'map-dark', account: 'dispatcher', at: 'map', when: mapReady },
  {
    ...desk,
    name: 'cockpit-dark',
    account: 'commander',
    at: 'cockpit',
    theme: 'dark',
    when: mapReady,
  },
  {
    ...night,
    name: 'cockpit-wide',
    account: 'commander',
    at: 'cockpit',
    width: 3840,
    when: mapReady,
  },
  { ...desk, name: 'units', account: 'dispatcher', at: 'units', when: '.board' },
  {
    ...desk,
    name: 'supplies',
    account: 'dispatcher',
    at: 'supplies',
    when: '[data-testid^="depot-"]',
  },
  { ...desk, name: 'warnings', account: 'commander', at: 'warnings', when: '.card' },
  { ...desk, name: 'planned-events', account: 'commander', at: 'plannedEvents', when: '.card' },
  {
    ...desk,
    name: 'intervals',
    account: 'auditor',
    at: 'intervals',
    when: '[data-testid="interval-figures"]',
  },
  { ...desk, name: 'duty', account: 'commander', at: 'duty', when: '.board' },
  { ...desk, name: 'corrective', account: 'commander', at: 'corrective', when: '.board' },
  {
    ...desk,
    name: 'audit-light',
    account: 'auditor',
    at: 'audit',
    when: '[data-testid^="found-"]',
    prepare: replayMiddle,
  },
  {
    ...night,
    name: 'audit-dark',
    account: 'auditor',
    at: 'audit',
    when: '[data-testid^="found-"]',
    prepare: replayMiddle,
  },
  { ...desk, name: 'department', account: 'fire', at: 'department', when: '.department' },
  { ...phone, name: 'department-phone', account: 'fire', at: 'department', when: '.department' },
  {
    ...phone,
    name: 'department-phone-dark',
    account: 'gas',
    at: 'department',
    theme: 'dark',
    when: '.department',
  },
  { ...phone, name: 'map-phone', account: 'dispatcher', at: 'map', when: mapReady },
  { ...phone, name: 'warnings-phone', account: 'fire', at: 'warnings', when: '.card' },
  { ...desk, name: 'admin', account: 'administrator', at: 'admin', when: '.admin' },
];
