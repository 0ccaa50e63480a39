import { describe, expect, it } from 'vitest';
import { call, reported } from '../incident.testkit.ts';
import { memoryKeys } from '../privacy/keys.testkit.ts';
import { callerOf } from '../privacy/person.ts';
import { protectedEvent } from './protect.ts';

const reporter = { name: 'Li Wei', phone: '13800000000' };

describe('[X20] what is appended', () => {
  it('names nobody in clear, and nothing is appended without a key', async () => {
    const keys = memoryKeys();
    const key = await keys.current('i-1');
    const kept = protectedEvent(reported, { keys, key });
    expect(JSON.stringify(kept)).not.toContain('Li Wei');
    expect(callerOf(kept.data.reporter, keys)).toMatchObject({ state: 'kept', person: reporter });
    expect(() => protectedEvent(reported, { keys: undefined, key: undefined })).toThrow(
      expect.objectContaining({ code: 'STORE_FAILED' }),
    );
    const nobody = { ...reported, data: { ...reported.data, reporter: {} } };
    expect(protectedEvent(nobody, { keys: undefined, key: undefined })).toEqual(nobody);
  });

  it('goes on under the key of the incident that a report becomes, whatever is erased of the other', async () => {
    const keys = memoryKeys();
    const first = protectedEvent(reported, { keys, key: await keys.current('i-1') });
    const becomes = { ...call, incident: 'i-2', reporter: first.data.reporter, exercise: false };
    const unlinked = {
      type: 'ReportUnlinked',
      data: { report: 'r-1', reason: 'Another fire', becomes },
    };
    const own = protectedEvent(unlinked, { keys, key: await keys.current('i-1') });
    expect(own).toEqual(unlinked);
    const again = { type: 'IncidentReported', data: becomes } as const;
    const other = protectedEvent(again, { keys, key: await keys.current('i-2') });
    await keys.erase(['i-1']);
    expect(callerOf(first.data.reporter, keys)).toEqual({ state: 'erased' });
    expect(callerOf(other.data.reporter, keys)).toMatchObject({ state: 'kept', person: reporter });
    const late = protectedEvent(again, { keys, key: await keys.current('i-2') });
    expect(callerOf(late.data.reporter, keys)).toEqual({ state: 'erased' });
  });
});
