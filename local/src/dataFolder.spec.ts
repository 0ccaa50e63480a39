import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockHolder, processIdentity, takeLock } from '../bin/fileLock.mjs';
import { lockPath, openDataFolder } from './dataFolder.ts';
import { readRunFile, writeRunFile } from './runFile.ts';
import { secret } from './secret.ts';

let parent: string;
let path: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'tocsin-folder-'));
  path = join(parent, 'data');
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

const mode = (name: string): number => statSync(join(path, name)).mode & 0o777;
/** The number and identity of a process that has ended. */
const dead = (): { pid: number; identity: string } => {
  const { pid } = spawnSync('true');
  return { pid, identity: 'of an earlier boot 1' };
};

it('is one process’s alone until it closes it', () => {
  const folder = openDataFolder(path);
  expect(() => openDataFolder(path)).toThrow(String(process.pid));
  folder.close();
  openDataFolder(path).close();
});

it('is private inside, and can be passed through', () => {
  openDataFolder(path).close();
  expect(mode('.')).toBe(0o711);
  expect(mode('eventstore')).toBe(0o700);
  expect(mode('logs')).toBe(0o700);
});

it('is taken over from a process that was killed', () => {
  openDataFolder(path).close();
  writeFileSync(lockPath(path), JSON.stringify(dead()));
  openDataFolder(path).close();
  expect(existsSync(lockPath(path))).toBe(false);
});

it('is taken over when another program has the number of a killed process', () => {
  openDataFolder(path).close();
  writeFileSync(lockPath(path), JSON.stringify({ pid: process.pid, identity: 'earlier' }));
  expect(lockHolder(lockPath(path))).toBeUndefined();
  openDataFolder(path).close();
});

it('is not opened when a newer version wrote it, and stays as it was', () => {
  openDataFolder(path).close();
  writeFileSync(join(path, 'tocsin.json'), '{"format":2}');
  expect(() => openDataFolder(path)).toThrow('newer');
  expect(readFileSync(join(path, 'tocsin.json'), 'utf8')).toBe('{"format":2}');
  expect(existsSync(lockPath(path))).toBe(false);
});

it('lets only the holder go of a lock', () => {
  openDataFolder(path).close();
  const release = takeLock(lockPath(path));
  const other = JSON.stringify({ pid: 1, identity: processIdentity(1) });
  writeFileSync(lockPath(path), other);
  release?.();
  expect(readFileSync(lockPath(path), 'utf8')).toBe(other);
});

it('tells of a running instance only while it runs', () => {
  const running = { pid: process.pid, eventStore: 'e', database: 'd', gateway: 'g' };
  const folder = openDataFolder(path);
  expect(readRunFile(path)).toBeUndefined();
  writeRunFile(path, running);
  expect(readRunFile(path)).toEqual(running);
  expect(mode('run.json')).toBe(0o600);
  folder.close();
  expect(readRunFile(path)).toBeUndefined();
});

it('keeps a secret of 32 bytes, drawn once', () => {
  openDataFolder(path).close();
  const key = secret(join(path, 'session.key'));
  expect(key).toHaveLength(32);
  expect(secret(join(path, 'session.key'))).toEqual(key);
  expect(mode('session.key')).toBe(0o600);
});
