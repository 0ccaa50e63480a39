import { describe, expect, it } from 'vitest';
import { canonicalHash } from '../codec/hash.ts';
import { call } from '../incident.testkit.ts';
import { memoryKeys } from '../privacy/keys.testkit.ts';
import { digestOf } from './digest.ts';

const report = (phone: string) => ({
  type: 'ReportIncident',
  data: { ...call, reporter: { phone } },
});
const note = { type: 'AddNote', data: { note: 'n-1', text: 'yes' } };

describe('[X26] what is kept of a command to know it again', () => {
  it('is the same for the same command, and another for another', async () => {
    const keys = memoryKeys();
    const { digest } = await digestOf(keys, 'i-1', report('1'));
    const same = await digestOf(keys, 'i-1', report('1'));
    const other = await digestOf(keys, 'i-1', report('2'));
    expect([same.isOf(digest), other.isOf(digest)]).toEqual([true, false]);
  });
  it('can’t be found by trying out what was asked, for want of the key', async () => {
    const asked = await digestOf(memoryKeys(), 'i-1', note);
    const again = await digestOf(memoryKeys(), 'i-1', note);
    expect(asked.digest).not.toBe(canonicalHash(note));
    expect(asked.digest).not.toBe(again.digest);
  });
  it('can’t be found for a person who was erased, by whoever has everything else', async () => {
    const keys = memoryKeys();
    const { digest, key } = await digestOf(keys, 'i-1', report('13912345678'));
    await keys.erase([key?.id ?? '']);
    const tried = await digestOf(keys, 'i-1', report('13912345678'));
    expect(tried.isOf(digest)).toBe(false);
  });
  it('of before there were keys is still known', async () => {
    const asked = await digestOf(memoryKeys(), 'i-1', note);
    expect(asked.isOf(canonicalHash(note))).toBe(true);
    const { digest, isOf } = await digestOf(undefined, 'i-1', note);
    expect([digest, isOf(digest)]).toEqual([canonicalHash(note), true]);
  });
});
