import { fileURLToPath } from 'node:url';
import { upcasters } from '@tocsin/domain';
import { expect, it } from 'vitest';

type Texts = Readonly<Record<'event', Readonly<Record<string, string>>>>;
const catalogue = (name: string): string =>
  fileURLToPath(new URL(`../console/src/i18n/${name}.ts`, import.meta.url));
const { en }: { readonly en: Texts } = await import(catalogue('en'));
const { zh }: { readonly zh: Texts } = await import(catalogue('zh'));

it('[V1] the console has words for everything that somebody can have done meanwhile', () => {
  const events = Object.keys(upcasters);
  expect(events.filter((type) => !en.event[type])).toEqual([]);
  expect(events.filter((type) => !zh.event[type])).toEqual([]);
});
