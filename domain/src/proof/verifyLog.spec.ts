import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RawEvent } from '../codec/decode.ts';
import type { ProofFault } from './fault.ts';
import { keyId, publicKeyText, type StoredSeal, sealHash, signSeal } from './seal.ts';
import { logOf, newKey, rehashed, type SealedLog, seal, verify } from './sealedLog.testkit.ts';

const key = newKey();
/** Streams a to d, interleaved; sealed after each third event. */
const order = ['a', 'a', 'b', 'a', 'c', 'b', 'c', 'a', 'd', 'd', 'b', 'a'].map(
  (name) => `incident-${name}`,
);
const events = logOf(order);
const seals = seal(events, 3, [key]);
const log: SealedLog = { events, seals };

const at = (index: number): RawEvent => events[index] as RawEvent;
const placeOf = (event: RawEvent) => ({
  stream: event.streamId,
  revision: Number(event.revision),
});
const positions = events.map((_, index) => index);

/** All the faults that name a stream. */
const named = (faults: readonly ProofFault[]) =>
  faults.flatMap((fault) => ('stream' in fault ? [fault.stream] : []));

/** The log with an event changed, and the chain after it recomputed as a forger would. */
function forged(index: number, change: Partial<RawEvent>): RawEvent[] {
  const stream = at(index).streamId;
  let previousHash: string | undefined;
  return events.map((event, place) => {
    if (event.streamId !== stream || place < index) return event;
    const next = rehashed(event, place === index ? change : {}, previousHash);
    previousHash = String(next.metadata.hash);
    return next;
  });
}

describe('a log that was left alone', () => {
  it('[X1] verifies, whatever its streams and however it was sealed', async () => {
    const streams = fc.array(fc.constantFrom(...order), { minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(streams, fc.integer({ min: 1, max: 9 }), async (names, every) => {
        const some = logOf(names);
        const { faults, verified } = await verify({
          events: some,
          seals: seal(some, every, [key]),
        });
        expect(faults).toEqual([]);
        expect(verified).toMatchObject({ events: some.length, sealed: some.length });
      }),
      { numRuns: 20 },
    );
  });

  it('[X1] verifies where the newest events are not sealed yet, and says how many are', async () => {
    const { faults, verified } = await verify({ events, seals: seals.slice(0, 3) });
    expect(faults).toEqual([]);
    expect(verified).toMatchObject({ events: 12, sealed: 9, seals: 3, streams: 4 });
  });

  it('[X8] verifies across a change of keys, and not with a key that no seal introduced', async () => {
    const other = newKey();
    const changed = seal(events, 3, [key, other]);
    expect((await verify({ events, seals: changed })).faults).toEqual([]);
    const foreign = seal(events, 3, [other]);
    const mixed = [...seals.slice(0, 2), ...foreign.slice(2)];
    const { faults } = await verify({ events, seals: mixed });
    expect(faults).toContainEqual({
      kind: 'sealKey',
      seal: 2,
      key: keyId(publicKeyText(other)),
    });
    const trusted = { key: keyId(publicKeyText(key)) };
    expect((await verify(log, trusted)).faults).toEqual([]);
    expect((await verify({ events, seals: foreign }, trusted)).faults).toContainEqual({
      kind: 'sealKey',
      seal: 0,
      key: keyId(publicKeyText(other)),
    });
  });
});

describe('an event that was tampered with is found and named, in every position', () => {
  it.each(positions)('[X2] changed data, metadata, type or id at %i', async (index) => {
    const changes: Partial<RawEvent>[] = [
      { data: { text: 'another', note: 'n' } },
      { metadata: { ...(at(index).metadata as object), occurredAt: '2020-01-01T00:00:00.000Z' } },
      { type: 'EntryStruck' },
      { id: at((index + 1) % events.length).id },
    ];
    for (const change of changes) {
      const tampered = events.map((event, place) =>
        place === index ? { ...event, ...change } : event,
      );
      const { faults } = await verify({ events: tampered, seals });
      expect(faults).toEqual([{ kind: 'changed', ...placeOf(at(index)) }]);
    }
  });

  it.each(positions)('[X2] removed at %i', async (index) => {
    const { faults } = await verify({ events: events.toSpliced(index, 1), seals });
    const { stream, revision } = placeOf(at(index));
    const last = order.lastIndexOf(stream) === index;
    expect(faults).toContainEqual(
      last
        ? expect.objectContaining({ kind: 'cut', stream, revision, last: revision - 1 })
        : { kind: 'missing', stream, revision, next: revision + 1 },
    );
    expect(new Set(named(faults))).toEqual(new Set([stream]));
  });

  it.each(positions)('[X2] inserted at %i, chained to what is there', async (index) => {
    const previous = events.slice(0, index).findLast(({ streamId }) => streamId === order[0]);
    const revision = previous === undefined ? 0n : previous.revision + 1n;
    const hash = (previous?.metadata as { hash?: string } | undefined)?.hash ?? '';
    const added = rehashed(at(0), { revision, data: { text: 'added' } }, hash);
    const { faults } = await verify({ events: events.toSpliced(index, 0, added), seals });
    expect(named(faults)).toContain(order[0]);
    const alone = { ...rehashed(at(0), { streamId: 'incident-z' }, '') };
    const found = await verify({ events: events.toSpliced(index, 0, alone), seals });
    expect(named(found.faults)).toContain('incident-z');
  });

  it.each(positions.slice(1))('[X2] put before the one before it at %i', async (index) => {
    const tampered = events.with(index, at(index - 1)).with(index - 1, at(index));
    const { faults } = await verify({ events: tampered, seals });
    if (at(index).streamId === at(index - 1).streamId) {
      expect(faults).toContainEqual({ kind: 'misplaced', ...placeOf(at(index - 1)) });
      return;
    }
    // Across streams the order is the seal's to tell.
    const number = Math.floor((index - 1) / 3);
    expect(faults).toContainEqual({
      kind: 'eventsUnlikeSeal',
      seal: number,
      from: number * 3,
      to: number * 3 + 3,
    });
  });

  it.each(positions)('[X4] forged with every hash recomputed at %i', async (index) => {
    const { faults } = await verify({ events: forged(index, { data: { text: 'forged' } }), seals });
    expect(faults).toContainEqual(
      expect.objectContaining({ kind: 'unlikeSeal', stream: at(index).streamId }),
    );
    const [first] = faults.filter((fault) => fault.kind === 'unlikeSeal');
    const revision = Number(at(index).revision);
    expect(first?.after).toBeLessThan(revision);
    expect(first?.revision).toBeGreaterThanOrEqual(revision);
  });

  it.each([...new Set(order)])(
    '[X3] the tail cut, and the whole stream removed: %s',
    async (name) => {
      const own = positions.filter((index) => order[index] === name);
      for (const from of own) {
        const tampered = events.filter(({ streamId }, index) => streamId !== name || index < from);
        const { faults } = await verify({ events: tampered, seals });
        expect(faults).toContainEqual(
          expect.objectContaining({
            kind: 'cut',
            stream: name,
            revision: own.length - 1,
            last: Number(at(from).revision) - 1,
          }),
        );
        expect(new Set(named(faults))).toEqual(new Set([name]));
      }
    },
  );

  it.each(positions.slice(1))(
    '[X2] swapped with an event of another stream at %i',
    async (index) => {
      const other = events.findIndex(({ streamId }) => streamId !== at(index).streamId);
      const { data, metadata } = at(other);
      const tampered = events
        .with(index, { ...at(index), data, metadata })
        .with(other, { ...at(other), data: at(index).data, metadata: at(index).metadata });
      const { faults } = await verify({ events: tampered, seals });
      expect(faults).toContainEqual({ kind: 'changed', ...placeOf(at(index)) });
      expect(faults).toContainEqual({ kind: 'changed', ...placeOf(at(other)) });
    },
  );
});

describe('the log’s end and its seals', () => {
  it.each(positions)('[X3] the log ends before its last seal does, at %i', async (index) => {
    const { faults } = await verify({ events: events.slice(0, index), seals });
    const kinds = faults.map(({ kind }) => kind);
    expect(kinds).toContain('logCut');
    expect(kinds).toContain('cut');
  });

  it.each([0, 1, 2])(
    '[X5] an older copy, its newer seals gone as well, is known by a seal kept elsewhere: %i',
    async (count) => {
      const older = { events: events.slice(0, 3 * count), seals: seals.slice(0, count) };
      expect((await verify(older)).faults).toEqual([]);
      const kept = { number: 3, hash: sealHash(seals[3] as StoredSeal) };
      const { faults } = await verify(older, { known: [kept] });
      expect(faults).toEqual([{ kind: 'sealMissing', seal: 3 }]);
    },
  );

  it.each([0, 1, 2, 3])('[X6] a seal changed, removed or replaced: %i', async (number) => {
    const one = seals[number] as StoredSeal;
    const changed = seals.with(number, { ...one, body: { ...one.body, streams: 9 } });
    expect((await verify({ events, seals: changed })).faults).toContainEqual({
      kind: 'sealSignature',
      seal: number,
    });
    const renamed = seals.with(number, { ...one, heads: one.heads.slice(1) });
    expect((await verify({ events, seals: renamed })).faults).toContainEqual({
      kind: 'sealSignature',
      seal: number,
    });
    const resigned = signSeal({ ...one.body, time: '2020-01-01T00:00:00.000Z' }, newKey());
    const foreign = seals.with(number, { ...resigned, heads: one.heads });
    expect((await verify({ events, seals: foreign })).faults).toContainEqual({
      kind: 'sealSignature',
      seal: number,
    });
    if (number < 3) {
      const { faults } = await verify({ events, seals: seals.toSpliced(number, 1) });
      expect(faults).toContainEqual({ kind: 'sealMissing', seal: number });
    }
    const malformed = seals.with(number, { body: {}, signature: '', heads: [] } as never);
    expect((await verify({ events, seals: malformed })).faults).toContainEqual({
      kind: 'sealMalformed',
      seal: number,
    });
  });

  it('[X6] seals made anew over a forged log differ from the one that is known', async () => {
    const forgedEvents = forged(2, { data: { text: 'forged' } });
    const again = { events: forgedEvents, seals: seal(forgedEvents, 3, [key]) };
    const known = { number: 1, hash: sealHash(seals[1] as StoredSeal) };
    const { faults } = await verify(again, { known: [known] });
    expect(faults).toEqual([{ kind: 'sealUnlikeKnown', seal: 1 }]);
  });
});
