import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const rooms = ['domain/src', 'projections/src', 'gateway/src', 'local/src', 'console/src', 'test'];

const numbersIn = (text: string): string[] =>
  [...text.matchAll(/\[([A-Z]\d+)\]/g)].map(([, number]) => number ?? '');

async function specsIn(room: string): Promise<string[]> {
  const names = await readdir(join(root, room), { recursive: true });
  return names
    .filter((name) => /\.spec\.tsx?$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(root, room, name));
}

test('each promise is cited by a test, and each test cites promises that there are', async () => {
  const promised = new Set(numbersIn(await readFile(join(root, 'test/SPEC.md'), 'utf8')));
  const files = (await Promise.all(rooms.map(specsIn))).flat();
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const titles = texts.flatMap((text) => text.match(/'[^'\n]*\[[A-Z]\d+\][^'\n]*'/g) ?? []);
  const cited = new Set(titles.flatMap(numbersIn));
  expect([...promised].filter((number) => !cited.has(number))).toEqual([]);
  expect([...cited].filter((number) => !promised.has(number))).toEqual([]);
});
