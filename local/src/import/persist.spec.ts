import { describe, expect, it } from 'vitest';
import { persistence, StoreGone } from './persist.ts';

const failure = (code: string) => Object.assign(new Error(code), { code });

function open(patience: number) {
  const told: string[] = [];
  const persist = persistence({
    patience,
    onOutage: (code) => told.push(`out ${code}`),
    onRecovery: () => told.push('back'),
  });
  return { told, persist };
}

describe('persistence', () => {
  it('repeats what the store did not answer, and tells once of an outage and its end', async () => {
    const { told, persist } = open(60_000);
    let left = 3;
    const work = async () => {
      left -= 1;
      if (left >= 0) throw failure('STORE_UNREACHABLE');
      return 'done';
    };
    expect(await Promise.all([persist(work), persist(work)])).toEqual(['done', 'done']);
    expect(told).toEqual(['out STORE_UNREACHABLE', 'back']);
  });

  it('gives up when its patience is at an end', async () => {
    const { told, persist } = open(-1);
    const work = () => Promise.reject(failure('STORE_UNREACHABLE'));
    await expect(persist(work)).rejects.toBeInstanceOf(StoreGone);
    expect(told).toEqual(['out STORE_UNREACHABLE']);
  });

  it('does not repeat what will never work', async () => {
    const { told, persist } = open(60_000);
    let tries = 0;
    const work = async () => {
      tries += 1;
      throw failure('STORE_CLOSED');
    };
    await expect(persist(work)).rejects.toThrow('STORE_CLOSED');
    expect([tries, told]).toEqual([1, []]);
  });
});
