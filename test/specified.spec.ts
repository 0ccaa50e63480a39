import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { upcasters } from '@tocsin/domain';
import { expect, test } from 'vitest';

const domain = fileURLToPath(new URL('../domain/src', import.meta.url));
const own = fileURLToPath(new URL('.', import.meta.url));
const isSpec = (name: string): boolean => /\.(spec|testkit)\.ts$/.test(name);

async function texts(folder: string, wanted: (name: string) => boolean): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => name.endsWith('.ts') && wanted(name));
  return Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
}

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, found]) => found ?? '');

/** The commands that a file declares: the `type`s within its unions named …Command. */
const commandsIn = (text: string): string[] =>
  matches(text, /export type \w*Command =([\s\S]*?);\n(?=\n|$)/g).flatMap((union) =>
    matches(union, /readonly type: '(\w+)'/g),
  );

const sources = (await texts(domain, (name) => !isSpec(name))).join('\n');
const specs = [
  ...(await texts(domain, isSpec)),
  ...(await texts(own, (name) => /^(store|model)\//.test(name))),
].join('\n');
const unsaid = (words: readonly string[]): string[] =>
  [...new Set(words)].filter((word) => !new RegExp(`'${word}'|\\b${word}: \\{`).test(specs)).sort();

test('every command of the domain is given in a spec', () => {
  const commands = commandsIn(sources);
  expect(commands).toContain('AcceptTask');
  expect(commands).toContain('IssueWarning');
  expect(unsaid(commands)).toEqual([]);
});

test('every rejection of the domain is shown by a spec', () => {
  const codes = matches(sources, /reject\(\s*'(\w+)'/g);
  expect(codes).toContain('taskClaimed');
  expect(unsaid(codes)).toEqual([]);
});

test('every event of the log stands in a spec', () => {
  expect(unsaid(Object.keys(upcasters))).toEqual([]);
});
