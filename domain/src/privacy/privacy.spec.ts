import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, type RawEvent } from '../codec/decode.ts';
import { encode } from '../codec/encode.ts';
import { canonicalHash } from '../codec/hash.ts';
import type { IncidentEvent } from '../incident/events.ts';
import { evolve, noIncident } from '../incident/evolve.ts';
import type { ProofFault } from '../proof/fault.ts';
import { OpeningsCheck } from '../proof/openingsCheck.ts';
import { storedLink } from '../proof/storedLink.ts';
import { dispatcher, now } from '../specification.testkit.ts';
import { protectedEvent } from '../store/protect.ts';
import { memoryKeys } from './keys.testkit.ts';
import { redactedText } from './openings.ts';
import { callerOf } from './person.ts';

const stream = 'incident-i-1';
const words = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });
const persons = fc.record(
  { name: words, phone: words, address: words },
  { requiredKeys: [] as never[] },
);
const reports = fc.record({ what: words, address: fc.string(), reporter: persons });
const notes = fc.array(fc.record({ text: words }), { maxLength: 4 });

interface Told {
  readonly what: string;
  readonly address: string;
  readonly reporter: object;
}

const eventsOf = ({ what, address, reporter }: Told, texts: readonly { text: string }[]) => [
  {
    type: 'IncidentReported',
    data: {
      incident: 'i-1',
      city: 'xinghe',
      report: 'r-1',
      channel: 'phone',
      what,
      place: { address },
      reporter,
      exercise: false,
    },
  } satisfies IncidentEvent,
  ...texts.map(
    ({ text }, index): IncidentEvent => ({ type: 'NoteAdded', data: { note: `n-${index}`, text } }),
  ),
];

/** As the store keeps it, and the server gives it back. */
async function logOf(events: readonly IncidentEvent[], keys = memoryKeys()) {
  const key = await keys.current('i-1');
  let previousHash = '';
  const log = events.map((event, index): RawEvent => {
    const kept = protectedEvent(event, { keys, key });
    const common = {
      commandId: `c-${index}`,
      commandDigest: canonicalHash(index),
      correlationId: 'c',
      causationId: 'c',
      actor: dispatcher,
      occurredAt: now,
      recordedAt: now,
      exercise: false,
    };
    const place = { stream, revision: BigInt(index), index: 0, previousHash };
    const { encoded, recorded } = encode(kept, common, place);
    previousHash = recorded.meta.hash;
    const { id, type, data, metadataJson } = encoded;
    return {
      id,
      type,
      data: JSON.parse(JSON.stringify(data)),
      metadata: JSON.parse(metadataJson),
      streamId: stream,
      revision: BigInt(index),
      commit: BigInt(index),
    };
  });
  return { log, keys };
}

type Stored = Record<string, unknown> & { openings?: Record<string, unknown> };

/** The log with some openings taken out, as an export without them has it. */
const redacted = (log: readonly RawEvent[], leftOut: (field: string) => boolean): RawEvent[] =>
  log.map((event) => {
    const { openings = {}, ...metadata } = event.metadata as Stored;
    const kept = Object.entries(openings).filter(([field]) => !leftOut(field));
    return { ...event, metadata: { ...metadata, openings: Object.fromEntries(kept) } };
  });

const replay = (log: readonly RawEvent[]) =>
  log.map((event) => decode(event) as never).reduce(evolve, noIncident);

function faultsOf(
  log: readonly RawEvent[],
  keys?: Awaited<ReturnType<typeof logOf>>['keys'],
): readonly ProofFault[] {
  const faults: ProofFault[] = [];
  const openings = new OpeningsCheck((fault) => faults.push(fault), keys);
  for (const event of log) {
    const link = storedLink(event, openings);
    if (link?.hash !== link?.actual) faults.push({ kind: 'changed', stream, revision: 0 });
  }
  return faults;
}

describe('[X20] a person in the log', () => {
  it('is encrypted, committed to, and read again with the key alone', async () => {
    await fc.assert(
      fc.asyncProperty(reports, notes, async (told, texts) => {
        const { log, keys } = await logOf(eventsOf(told, texts));
        const { reporter } = replay(log);
        const named = Object.keys(told.reporter).length > 0;
        expect(callerOf(reporter, keys)).toEqual(
          named ? { state: 'kept', person: told.reporter, encrypted: true } : { state: 'none' },
        );
        if (named) expect(callerOf(reporter)).toEqual({ state: 'keyMissing' });
      }),
      { numRuns: 50 },
    );
  });
  it('is nowhere to be read in what is stored', async () => {
    const reporter = { name: 'Wang Xiaoming', phone: '13912345678', address: '7 Lake Lane' };
    const { log } = await logOf(eventsOf({ what: 'Smoke', address: 'x', reporter }, []));
    const stored = JSON.stringify(log, (_, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    );
    for (const part of Object.values(reporter)) expect(stored).not.toContain(part);
  });
  it('takes the same room whatever the length of a name', async () => {
    const sizes = await Promise.all(
      ['Li', 'Ouyang Zhenhua'].map(async (name) => {
        const { log } = await logOf(eventsOf({ what: 'x', address: '', reporter: { name } }, []));
        const { openings } = (log[0] ?? { metadata: {} }).metadata as Stored;
        return JSON.stringify(openings?.reporter).length;
      }),
    );
    expect(sizes[0]).toBe(sizes[1]);
  });
});

describe('[X22] a person who was erased', () => {
  it('is gone, and everything else replays and verifies as before', async () => {
    await fc.assert(
      fc.asyncProperty(reports, notes, async (told, texts) => {
        fc.pre(Object.keys(told.reporter).length > 0);
        const { log, keys } = await logOf(eventsOf(told, texts));
        const before = replay(log);
        await keys.erase(['i-1']);
        expect(replay(log)).toEqual(before);
        expect(callerOf(before.reporter, keys)).toEqual({ state: 'erased' });
        expect(faultsOf(log, keys)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('[X24] what can be left out', () => {
  it('is read as it was recorded, as long as it is there', async () => {
    await fc.assert(
      fc.asyncProperty(reports, notes, async (told, texts) => {
        const { log, keys } = await logOf(eventsOf(told, texts));
        const state = replay(log);
        expect(state.what).toBe(told.what);
        expect(state.place.address).toBe(told.address);
        expect(state.notes.map(({ text }) => text)).toEqual(texts.map(({ text }) => text));
        expect(faultsOf(log, keys)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
  it('changes no hash when it is left out, and replays with that shown', async () => {
    await fc.assert(
      fc.asyncProperty(reports, notes, fc.func(fc.boolean()), async (told, texts, leftOut) => {
        const { log, keys } = await logOf(eventsOf(told, texts));
        const less = redacted(log, leftOut);
        const faults = faultsOf(less, keys);
        expect(faults.every(({ kind }) => kind === 'openingMissing')).toBe(true);
        const [whole, part] = [replay(log), replay(less)];
        expect([whole.what, redactedText]).toContain(part.what);
        expect({ ...part, what: '', place: {}, reporter: {}, personalKeys: [], notes: [] }).toEqual(
          {
            ...whole,
            what: '',
            place: {},
            reporter: {},
            personalKeys: [],
            notes: [],
          },
        );
      }),
      { numRuns: 50 },
    );
  });
  it('tells nothing of itself when it is left out: the same text twice looks different', async () => {
    const told = { what: 'x', address: '', reporter: {} };
    const { log } = await logOf(eventsOf(told, [{ text: 'yes' }, { text: 'yes' }]));
    const [, one, other] = log.map(({ data }) => (data as { text: unknown }).text);
    expect(one).not.toEqual(other);
  });
});

describe('[X25] an opening that was tampered with', () => {
  const told = { what: 'Smoke', address: 'River Road', reporter: { phone: '13912345678' } };
  const fields = ['what', 'place.address', 'reporter'];

  it('is named: changed, moved, taken away, added', async () => {
    const { log, keys } = await logOf(eventsOf(told, [{ text: 'first' }]));
    const [first] = log;
    if (!first) throw new Error('no event');
    const metadata = first.metadata as Stored;
    const { openings = {} } = metadata;
    const faultsWith = (changed: Record<string, unknown>) =>
      faultsOf([{ ...first, metadata: { ...metadata, openings: changed } }], keys);
    for (const field of fields) {
      const at = { stream, revision: 0, field };
      const { [field]: own, ...others } = openings;
      const changed = JSON.parse(JSON.stringify(own));
      const { ciphertext } = changed;
      if (ciphertext === undefined) changed.value = 'Nothing';
      else changed.ciphertext = (ciphertext.startsWith('A') ? 'B' : 'A') + ciphertext.slice(1);
      expect(faultsWith({ ...openings, [field]: changed })).toEqual([
        { kind: 'openingChanged', ...at },
      ]);
      expect(faultsWith(others)).toEqual([{ kind: 'openingMissing', ...at }]);
    }
    const { what, 'place.address': address, ...rest } = openings;
    expect(faultsWith({ ...rest, what: address, 'place.address': what })).toHaveLength(2);
    expect(faultsWith({ ...openings, kind: what })).toEqual([
      { kind: 'openingChanged', stream, revision: 0, field: 'kind' },
    ]);
  });
});
