import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  keyId,
  OpeningsCheck,
  type ProofFault,
  publicKeyText,
  type StoredSeal,
  sealHash,
  sealStream,
  signSeal,
  type TrustedSeals,
  verifyLog,
} from '@tocsin/domain/proof';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileLinks, fileSeals } from '../../local/src/proof/fileLog.ts';
import { type FileEvent, readLogFile, type Written, writeLogFile } from './logFile.testkit.ts';
import { type RealLog, realLog, rehashed, sealKey } from './realLog.testkit.ts';

let real: RealLog;
let all: readonly FileEvent[];
/** The places in the file of what is sealed. */
let places: readonly number[];
const trusted: TrustedSeals = { key: keyId(publicKeyText(sealKey)) };

beforeAll(async () => {
  real = await realLog(6);
  await real.stop();
  all = readLogFile(real.path);
  places = all.flatMap(({ stream }, place) => (stream === sealStream ? [] : [place]));
});
afterAll(() => real.remove());

async function faultsIn(path: string, more: TrustedSeals = trusted): Promise<ProofFault[]> {
  const faults: ProofFault[] = [];
  const report = (fault: ProofFault) => void faults.push(fault);
  const openings = new OpeningsCheck(report, real.keys);
  await verifyLog(fileLinks(path, report, openings), fileSeals(path), more, report);
  return faults;
}

async function faultsOf(events: readonly Written[], more?: TrustedSeals): Promise<ProofFault[]> {
  const path = join(real.folder, 'tampered.bin');
  writeLogFile(path, events, real.path);
  return faultsIn(path, more);
}

const at = (place: number): FileEvent => all[place] as FileEvent;
const named = (faults: readonly ProofFault[]): string[] =>
  faults.flatMap((fault) => ('stream' in fault ? [fault.stream] : []));
const nameOf = ({ stream, revision }: FileEvent) => ({ stream, revision });

/** The events of a place's stream from there on, chained anew after a change. */
function forged(place: number, change: Partial<FileEvent>): FileEvent[] {
  let previousHash: string | undefined;
  return all.map((event, index) => {
    if (event.stream !== at(place).stream || index < place) return event;
    const next = rehashed(index === place ? { ...event, ...change } : event, previousHash);
    previousHash = String(next.metadata.hash);
    return next;
  });
}

it('[X1] a file that was left alone verifies, also when it is written again by the same rules', async () => {
  expect(places.length).toBeGreaterThan(12);
  expect(await faultsIn(real.path)).toEqual([]);
  expect(await faultsOf(all)).toEqual([]);
});

describe('[X2] in the node’s file, with lengths, positions and checksums made to fit', () => {
  it('what was changed is named, in every position', async () => {
    for (const place of places) {
      const event = at(place);
      const changes: Partial<Written>[] = [
        { data: { ...event.data, text: 'another' } },
        { metadata: { ...event.metadata, occurredAt: '2020-01-01T00:00:00.000Z' } },
        { metadata: { ...event.metadata, actor: { kind: 'person', id: 'x', name: 'X' } } },
        { type: 'IncidentClosed' },
        { id: randomUUID() },
        { rawData: `{"city":"elsewhere",${JSON.stringify(event.data).slice(1)}` },
      ];
      for (const change of changes) {
        const faults = await faultsOf(all.with(place, { ...event, ...change } as FileEvent));
        const same = 'rawData' in change && 'city' in event.data;
        // The last of two members with one name is what every reader takes.
        expect(faults).toEqual(same ? [] : [{ kind: 'changed', ...nameOf(event) }]);
      }
    }
  });

  it('[X25] an opening that was changed, moved or taken away is named, in every position', async () => {
    const beside = places.filter((place) => at(place).metadata.openings !== undefined);
    expect(beside.length).toBeGreaterThan(8);
    for (const place of beside) {
      const event = at(place);
      const openings = event.metadata.openings as Readonly<Record<string, object>>;
      const put = (next: object) =>
        faultsOf(all.with(place, { ...event, metadata: { ...event.metadata, openings: next } }));
      for (const [field, opening] of Object.entries(openings)) {
        const fault = { ...nameOf(event), field };
        const other = 'ciphertext' in opening ? { ciphertext: 'A'.repeat(80) } : { value: 'other' };
        expect(await put({ ...openings, [field]: { ...opening, ...other } })).toEqual([
          { kind: 'openingChanged', ...fault },
        ]);
        const { [field]: _, ...less } = openings;
        expect(await put(less)).toEqual([{ kind: 'openingMissing', ...fault }]);
        expect(await put({ ...less, another: opening })).toHaveLength(2);
      }
      const { openings: __, ...bare } = event.metadata;
      const missing = await faultsOf(all.with(place, { ...event, metadata: bare }));
      expect(missing).toHaveLength(Object.keys(openings).length);
      const actor = { kind: 'person', id: 'x', name: 'X' };
      const added = { ...event, metadata: { ...event.metadata, actorAgain: actor } };
      expect(await faultsOf(all.with(place, added))).toEqual([
        { kind: 'changed', ...nameOf(event) },
      ]);
    }
  });

  /** Places of notes, beside which their text's opening lies alone. */
  const notePlaces = (): readonly number[] =>
    places.filter((place) =>
      JSON.stringify(at(place).metadata.openings ?? '').startsWith('{"text":{"salt"'),
    );

  it('[X2] [X25] an event of which any byte is another is named', async () => {
    const [place = 0] = notePlaces();
    const event = at(place);
    const parts = [
      ['rawMetadata', Buffer.from(JSON.stringify(event.metadata))],
      ['rawData', Buffer.from(JSON.stringify(event.data))],
    ] as const;
    for (const [part, bytes] of parts)
      for (const [byte, value] of bytes.entries()) {
        const other = Buffer.from(bytes);
        other[byte] = value ^ 1;
        const faults = await faultsOf(all.with(place, { ...event, [part]: other } as FileEvent));
        expect(faults, `${part} ${byte}`).toContainEqual(expect.objectContaining(nameOf(event)));
      }
  });

  it('[X25] what stands in place of openings is named, whether there are any or none', async () => {
    const [withOpenings = 0] = notePlaces();
    const without = places.find((place) => at(place).metadata.openings === undefined) ?? 0;
    for (const place of [withOpenings, without]) {
      const event = at(place);
      const { openings: _, ...bare } = event.metadata;
      for (const rest of ['}', '1}', '{}', '{}}', '[]}', '{}}x', '"}', 'null}', '{},"actor":{}}']) {
        const rawMetadata = Buffer.from(`${JSON.stringify(bare).slice(0, -1)},"openings":${rest}`);
        const faults = await faultsOf(all.with(place, { ...event, rawMetadata } as FileEvent));
        expect(faults, rest).toContainEqual(expect.objectContaining(nameOf(event)));
      }
    }
  });

  it('[X25] an opening that is said to be of another field, deeper or less deep, is named', async () => {
    const deeper = places.find((place) => 'place.address' in Object(at(place).metadata.openings));
    const event = at(deeper ?? 0);
    const { 'place.address': opening, ...others } = Object(event.metadata.openings);
    const openings = { ...others, address: opening };
    const moved = { ...event, metadata: { ...event.metadata, openings } };
    const faults = await faultsOf(all.with(deeper ?? 0, moved));
    expect(faults).toEqual([
      { kind: 'openingChanged', ...nameOf(event), field: 'address' },
      { kind: 'openingMissing', ...nameOf(event), field: 'place.address' },
    ]);
    const [first = 0] = notePlaces();
    const { text } = at(first).data;
    for (const data of [{ deep: { text } }, { list: [{ text }] }, { a: '{"', text2: text }]) {
      const other = rehashed({ ...at(first), data });
      expect(await faultsOf(all.with(first, other))).toContainEqual({
        kind: 'openingChanged',
        ...nameOf(at(first)),
        field: 'text',
      });
    }
  });

  it('what was removed is named, in every position', async () => {
    for (const place of places) {
      const faults = await faultsOf(all.toSpliced(place, 1));
      const { stream, revision } = at(place);
      const kind = all.some((one) => one.stream === stream && one.revision > revision)
        ? 'missing'
        : 'cut';
      expect(faults).toContainEqual(
        expect.objectContaining(
          kind === 'missing' ? { kind, stream, revision } : { kind, stream, last: revision - 1 },
        ),
      );
      expect(new Set(named(faults))).toEqual(new Set([stream]));
    }
  });

  it('what was inserted is named, in every position: a copy, an own event, a stream of its own', async () => {
    for (const place of places) {
      const event = at(place);
      const copy = await faultsOf(all.toSpliced(place + 1, 0, event));
      expect(copy).toContainEqual({ kind: 'misplaced', ...nameOf(event) });
      const next = { ...event, id: randomUUID(), revision: event.revision + 1 };
      const own = rehashed(next, String(event.metadata.hash));
      const more = await faultsOf(all.toSpliced(place + 1, 0, own));
      // After the newest of all, it is one that was recorded since.
      if (place === places.at(-1)) expect(more).toEqual([]);
      else expect(named(more)).toContain(event.stream);
      const stream = `incident-${randomUUID()}`;
      const alone = rehashed({ ...event, id: randomUUID(), stream, revision: 0 }, '');
      expect(await faultsOf(all.toSpliced(place, 0, alone))).toContainEqual(
        expect.objectContaining({ kind: 'inserted', stream, revision: 0 }),
      );
    }
  });

  it('what changed places is named, in every position', async () => {
    for (const [index, place] of places.entries()) {
      const before = places[index - 1];
      if (before === undefined) continue;
      const faults = await faultsOf(all.with(place, at(before)).with(before, at(place)));
      if (at(before).stream === at(place).stream)
        expect(faults).toContainEqual({ kind: 'misplaced', ...nameOf(at(before)) });
      else expect(faults).toContainEqual(expect.objectContaining({ kind: 'eventsUnlikeSeal' }));
    }
  });

  it('contents of two streams’ events that were swapped are named', async () => {
    for (const place of places) {
      const other = places.find((one) => at(one).stream !== at(place).stream) ?? 0;
      const { data, metadata } = at(other);
      const faults = await faultsOf(
        all
          .with(place, { ...at(place), data, metadata })
          .with(other, { ...at(other), data: at(place).data, metadata: at(place).metadata }),
      );
      expect(faults).toContainEqual({ kind: 'changed', ...nameOf(at(place)) });
      expect(faults).toContainEqual({ kind: 'changed', ...nameOf(at(other)) });
    }
  });

  it('what hides or ends a stream is named', async () => {
    const [place = 0] = places;
    const { stream } = at(place);
    const hiding = { ...at(place), stream: `$$${stream}`, revision: 0, data: { $tb: 3 } };
    expect(await faultsOf([...all, hiding])).toContainEqual({ kind: 'hidden', stream });
    const ending = { ...at(place), type: '$streamDeleted', revision: 2 ** 63 };
    expect(await faultsOf([...all, ending])).toContainEqual({ kind: 'hidden', stream });
  });

  it('a checksum that does not fit, and a head unlike its message, are named', async () => {
    const bytes = readFileSync(real.path);
    const path = join(real.folder, 'damaged.bin');
    const middle = Buffer.from(bytes);
    middle[100] = (middle[100] ?? 0) ^ 1;
    writeFileSync(path, middle);
    expect(await faultsIn(path)).toContainEqual({ kind: 'damaged', byte: 16 });
  });
});

it('[X4] what was forged with every hash recomputed is named, in every position', async () => {
  for (const place of places) {
    const event = at(place);
    const faults = await faultsOf(forged(place, { data: { ...event.data, text: 'forged' } }));
    const [first] = faults.filter((fault) => fault.kind === 'unlikeSeal');
    expect(first).toMatchObject({ stream: event.stream });
    expect(first?.after).toBeLessThan(event.revision);
    expect(first?.revision).toBeGreaterThanOrEqual(event.revision);
  }
});

describe('[X3] what was cut off', () => {
  it('is named: each stream’s tail at each revision, each stream as a whole', async () => {
    for (const place of places) {
      const { stream, revision } = at(place);
      const kept = all.filter((one) => one.stream !== stream || one.revision < revision);
      const faults = await faultsOf(kept);
      expect(faults).toContainEqual(
        expect.objectContaining({ kind: 'cut', stream, last: revision - 1 }),
      );
      expect(new Set(named(faults))).toEqual(new Set([stream]));
    }
  });

  it('is named: the log’s end, with its seals kept', async () => {
    for (const [index] of places.entries()) {
      const kept = new Set(places.slice(0, index));
      const cut = all.filter(({ stream }, place) => stream === sealStream || kept.has(place));
      expect(await faultsOf(cut)).toContainEqual(expect.objectContaining({ kind: 'logCut' }));
    }
  });
});

describe('the seals in the file', () => {
  const sealPlaces = () =>
    all.flatMap(({ stream }, place) => (stream === sealStream ? [place] : []));
  const sealOf = (place: number) => at(place).data as unknown as StoredSeal;

  it('[X6] changed, removed, or made anew with another key, are named', async () => {
    for (const place of sealPlaces()) {
      const seal = sealOf(place);
      const { number } = seal.body;
      const put = (data: unknown) =>
        faultsOf(all.with(place, { ...at(place), data: data as Record<string, unknown> }));
      expect(await put({ ...seal, body: { ...seal.body, streams: 99 } })).toContainEqual({
        kind: 'sealSignature',
        seal: number,
      });
      const other = generateKeyPairSync('ed25519').privateKey;
      const body = { ...seal.body, publicKey: publicKeyText(other), time: '2020-01-01T00:00:00Z' };
      expect(await put({ ...signSeal(body, other), heads: seal.heads })).toContainEqual({
        kind: 'sealKey',
        seal: number,
        key: keyId(publicKeyText(other)),
      });
      const known = { number, hash: sealHash(seal) };
      expect(
        await faultsOf(all.toSpliced(place, 1), { ...trusted, known: [known] }),
      ).toContainEqual({ kind: 'sealMissing', seal: number });
    }
  });

  it('[X5] an older copy is known by the seal that was kept elsewhere', async () => {
    const last = sealPlaces().at(-1) ?? 0;
    const { body } = sealOf(last);
    const older = all.filter(
      (_, place) => place !== last && !places.slice(body.from).includes(place),
    );
    expect(await faultsOf(older)).toEqual([]);
    const known = { number: body.number, hash: sealHash(sealOf(last)) };
    expect(await faultsOf(older, { ...trusted, known: [known] })).toEqual([
      { kind: 'sealMissing', seal: body.number },
    ]);
  });
});
