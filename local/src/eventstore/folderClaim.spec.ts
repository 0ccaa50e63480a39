import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'lmdb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FolderClaim } from './folderClaim.ts';
import { isAlive, ownIdentity } from './processIdentity.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-claim-'));
  path = join(folder, 'owner.mdb');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function leaveOwner(owner: object): Promise<void> {
  const root = open({ path, encoding: 'json' });
  await root.put('owner', owner);
  await root.close();
}

it('[S2] refuses a folder that a living process has claimed, until it is released', async () => {
  const claim = await FolderClaim.make(path);
  await expect(FolderClaim.make(path)).rejects.toMatchObject({ code: 'DATA_FOLDER_IN_USE' });
  await expect(FolderClaim.make(path)).rejects.toThrow(String(process.pid));
  await claim.release();
  await (await FolderClaim.make(path)).release();
});

it('takes over from an owner that was killed', async () => {
  const self = ownIdentity();
  const killed = { ...self, started: 'earlier', state: 'open' };
  await leaveOwner(killed);
  const claim = await FolderClaim.make(path);
  expect(claim.unsyncedSurvived).toBe(self.boot !== undefined);
  await claim.release();
});

it('knows that what was not synced may be lost when the machine has restarted', async () => {
  const before = { ...ownIdentity(), boot: 'another boot', state: 'open' };
  await leaveOwner(before);
  const claim = await FolderClaim.make(path);
  expect(claim.unsyncedSurvived).toBe(false);
  await claim.withdraw();
  const again = await FolderClaim.make(path);
  expect(again.unsyncedSurvived).toBe(false);
  await again.release();
  const released = await FolderClaim.make(path);
  expect(released.unsyncedSurvived).toBe(true);
  await released.release();
});

it('tells this process from a later one with its number', () => {
  const self = ownIdentity();
  expect(isAlive(self)).toBe(true);
  expect(isAlive({ ...self, pid: 2 ** 22 + 1 })).toBe(false);
  if (self.started !== undefined) expect(isAlive({ ...self, started: 'earlier' })).toBe(false);
});
