import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { FileKeyStore } from './fileKeyStore.ts';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let number = 0;
const newPath = (): string => {
  number += 1;
  return join(folder, `${number}`, 'personal.keys');
};

const opened: FileKeyStore[] = [];
const open = async (path: string): Promise<FileKeyStore> => {
  const store = await FileKeyStore.open(path);
  opened.push(store);
  return store;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});
const hex = (bytes: Uint8Array | 'erased' | undefined): string =>
  typeof bytes === 'object' ? Buffer.from(bytes).toString('hex') : String(bytes);

describe('[X21] the file of keys', () => {
  it('has a key on disk before it is given, for this user alone', async () => {
    const path = newPath();
    const store = await open(path);
    const { id, bytes } = await store.current('i-1');
    expect(id).toBe('i-1');
    expect(readFileSync(path, 'latin1')).toContain(Buffer.from(bytes).toString('base64url'));
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(hex((await store.current('i-1')).bytes)).toBe(hex(bytes));
  });

  it('is the same for all who have it open, whoever draws at once', async () => {
    const path = newPath();
    const stores = [await open(path), await open(path), await open(path)];
    const drawn = await Promise.all(
      stores.flatMap((store) =>
        Array.from({ length: 20 }, (_, at) => store.current(`i-${at % 5}`)),
      ),
    );
    for (const { id, bytes } of drawn)
      for (const store of stores) expect(hex(store.find(id))).toBe(hex(bytes));
    expect(new Set(drawn.map(({ bytes }) => hex(bytes))).size).toBe(5);
    expect(new Set(stores.map(({ digestKey }) => hex(digestKey))).size).toBe(1);
  });

  it('[X22] loses an erased key for all at once, for ever, and draws another for what comes after', async () => {
    const path = newPath();
    const [one, other] = [await open(path), await open(path)];
    const { bytes } = await one.current('i-1');
    const kept = await one.current('i-2');
    expect(hex(other.find('i-1'))).toBe(hex(bytes));
    await one.erase(['i-1', 'never-was']);
    for (const store of [one, other, await open(path)]) {
      expect(store.find('i-1')).toBe('erased');
      expect(hex(store.find('i-2'))).toBe(hex(kept.bytes));
      expect(store.find('never-was')).toBeUndefined();
    }
    expect(readFileSync(path, 'latin1')).not.toContain(Buffer.from(bytes).toString('base64url'));
    const next = await other.current('i-1');
    expect(next.id).toBe('i-1~2');
    expect(hex(next.bytes)).not.toBe(hex(bytes));
  });

  it('goes on after a line that a crash cut short', async () => {
    const path = newPath();
    const before = await (await open(path)).current('i-1');
    appendFileSync(path, '\ni-2 abcdef');
    const store = await open(path);
    expect(store.find('i-2')).toBeUndefined();
    const { bytes } = await store.current('i-2');
    const again = await open(path);
    expect(hex(again.find('i-2'))).toBe(hex(bytes));
    expect(hex(again.find('i-1'))).toBe(hex(before.bytes));
  });

  it('refuses with one sentence what can’t be used', async () => {
    const path = newPath();
    await open(path);
    await expect(FileKeyStore.open(join(path, 'personal.keys'))).rejects.toThrow(
      /TOCSIN_KEY_STORE/,
    );
  });
});
