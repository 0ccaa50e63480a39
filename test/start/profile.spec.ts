import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeFolder, run, temporaryFolder } from './tocsinProcess.ts';

const demo = fileURLToPath(new URL('../../local/profiles/xinghe.yaml', import.meta.url));
let folder: string;
let broken: string;
beforeAll(() => {
  folder = temporaryFolder();
  broken = join(folder, 'broken.yaml');
  writeFileSync(broken, readFileSync(demo, 'utf8').replace('callSign: P02', 'callSign: P01'));
});
afterAll(() => removeFolder(folder));

it('[Y6] checks a profile without starting', async () => {
  const dataDir = join(folder, 'unused');
  const fine = await run(['profile', 'check', demo], { dataDir });
  expect(fine).toMatchObject({ code: 0, stderr: '' });
  expect(fine.stdout).toContain('is in order: 18 departments');
  const faulty = await run(['profile', 'check', broken], { dataDir });
  expect(faulty).toMatchObject({ code: 1, stdout: '' });
  expect(faulty.stderr).toMatch(/broken\.yaml:\d+:\d+ units\[1\]\.callSign: "P01" stands there/);
  expect(existsSync(dataDir)).toBe(false);
});

it('[Y6] does not start on a faulty profile', async () => {
  const dataDir = join(folder, 'data');
  const { code, stderr } = await run(['start', '--profile', broken], { dataDir });
  expect(code).toBe(1);
  expect(stderr).toContain('broken.yaml has a fault; nothing was changed:');
  expect(existsSync(dataDir)).toBe(false);
});
