import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { afterAll, expect, it } from 'vitest';
import { boundedLog } from './boundedLog.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function append(path: string, lines: readonly string[]): Promise<void> {
  const log = boundedLog(path, 20);
  for (const line of lines) log.write(line);
  await finished(log.end());
}

it('stays under its bound, keeps the newest lines and one predecessor', async () => {
  const path = join(folder, 'a.log');
  await append(path, ['line one\n', 'line two\n', 'line three\n', 'line four\n']);
  await append(path, ['line five\n']);
  expect(readFileSync(path, 'utf8')).toBe('line four\nline five\n');
  expect(readFileSync(`${path}.1`, 'utf8')).toBe('line three\n');
});
