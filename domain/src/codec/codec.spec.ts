import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../fact.ts';
import { assigned, reported, seen } from '../incident.testkit.ts';
import { dispatcher, later, now } from '../specification.testkit.ts';
import type { TocsinEvent } from '../tocsinEvent.ts';
import { canonicalJson, inCanonicalOrder } from './canonicalJson.ts';
import { decode, type RawEvent, UnreadableEventError } from './decode.ts';
import { type EncodedEvent, encode } from './encode.ts';
import { canonicalHash, eventHash } from './hash.ts';
import { currentSchema, upcast } from './upcasters.ts';

const stream = 'incident-i-1';
const common = {
  commandId: 'c-1',
  commandDigest: canonicalHash('command'),
  correlationId: 'correlation',
  causationId: 'cause',
  actor: dispatcher,
  occurredAt: now,
  recordedAt: later(5),
  exercise: false,
};

function chain(events: readonly Fact[]): EncodedEvent[] {
  let previousHash = '';
  return events.map((event, index) => {
    const place = { stream, revision: BigInt(index), index, previousHash };
    const { encoded, recorded } = encode(event, common, place);
    previousHash = recorded.meta.hash;
    return encoded;
  });
}

/** As the server gives it back: what JSON kept of it. */
const raw = ({ id, type, data, metadataJson }: EncodedEvent, revision = 0n): RawEvent => ({
  id,
  type,
  data: JSON.parse(JSON.stringify(data)),
  metadata: JSON.parse(metadataJson),
  streamId: stream,
  revision,
  commit: 100n + revision,
});

/** Whether an event's hash is that of what is stored, at its place, after the event before. */
function holds(event: RawEvent, previousHash: unknown): boolean {
  const { hash, openings, ...metadata } = event.metadata as Record<string, unknown>;
  const { id, revision, type, data } = event;
  const again = eventHash({
    id,
    stream: event.streamId,
    revision,
    type,
    data: data as object,
    metadata,
  });
  return hash === again && metadata.previousHash === previousHash;
}

const hashOf = (event: RawEvent): string => (event.metadata as { hash: string }).hash;

const chained = (events: readonly RawEvent[]): boolean =>
  events.every((event, index) => {
    const before = events[index - 1];
    return holds(event, before ? hashOf(before) : '');
  });

const facts: readonly TocsinEvent[] = [reported, assigned(), seen];
const log = chain(facts).map((event, index) => raw(event, BigInt(index)));
const [first] = log;
if (!first) throw new Error('the chain is empty');

describe('[L2] an event, stored and read', () => {
  it('says everything it was given', () => {
    const [, event] = log.map(decode);
    expect(event).toMatchObject({ ...assigned(), stream, revision: 1n, position: 101n });
    expect(event?.meta).toEqual({
      ...common,
      schema: 2,
      previousHash: hashOf(first),
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
  it('carries EventStoreDB’s own names for correlation and cause', () =>
    expect(first.metadata).toMatchObject({ $correlationId: 'correlation', $causationId: 'cause' }));
  it('gives the state the same as reading it back does', () => {
    const place = { stream, revision: 0n, index: 0, previousHash: '' };
    const { encoded, recorded } = encode(assigned(), common, place);
    expect(decode(raw(encoded))).toMatchObject(recorded);
  });
  it('keeps any data that JSON can hold', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const [encoded] = chain([{ type: 'NoteAdded', data }]);
        const back = encoded && decode(raw(encoded));
        expect(back?.data).toEqual(JSON.parse(JSON.stringify(data)));
      }),
    );
  });
  it('has an id that tells apart streams, commands, places, times and what came before', () => {
    const place = { stream, revision: 0n, index: 0, previousHash: '' };
    const ids = [
      encode(seen, common, place),
      encode(seen, common, { ...place, stream: 'incident-i-2' }),
      encode(seen, common, { ...place, index: 1 }),
      encode(seen, common, { ...place, previousHash: 'abc' }),
      encode(seen, { ...common, commandId: 'c-2' }, place),
      encode(seen, { ...common, commandDigest: 'another' }, place),
      encode(seen, { ...common, recordedAt: now }, place),
    ].map(({ encoded }) => encoded.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(encode(seen, common, place).encoded.id).toBe(ids[0]);
  });
});

describe('[L3] the hash chain', () => {
  it('is recomputed from what is stored', () => expect(chained(log)).toBe(true));
  it('holds for any data, whatever is undefined in it', () => {
    const value = fc.oneof(fc.jsonValue(), fc.constant(undefined));
    fc.assert(
      fc.property(fc.array(fc.dictionary(fc.string(), value), { maxLength: 5 }), (many) => {
        const events = chain(many.map((data) => ({ type: 'NoteAdded', data })));
        return chained(events.map((event, index) => raw(event, BigInt(index))));
      }),
    );
  });
  it('breaks when any field of any event is changed', () => {
    const paths = log.flatMap((event, index) => leaves(event).map((path) => ({ index, path })));
    fc.assert(
      fc.property(fc.constantFrom(...paths), ({ index, path }) => {
        const changed = log.map((event, at) => (at === index ? altered(event, path) : event));
        return !chained(changed);
      }),
      { numRuns: 300 },
    );
  });
  it('breaks when an event is taken out, doubled or moved', () => {
    const [a, b, c] = log;
    if (!a || !b || !c) throw new Error('the chain is too short');
    for (const wrong of [
      [b, c],
      [a, c],
      [a, b, b, c],
      [b, a, c],
      [a, c, b],
    ])
      expect(chained(wrong)).toBe(false);
  });
});

type Path = readonly string[];

/**
 * The paths to every value of an event that a forger could change, but for where it stands and for
 * what lies beside what is hashed, which is compared with its commitments.
 */
function leaves(value: unknown, path: Path = []): Path[] {
  if (path[0] === 'commit' || path[1] === 'openings') return [];
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]));
}

function altered<T>(value: T, [key, ...rest]: Path): T {
  if (key === undefined) return change(value) as T;
  const known = value as Record<string, unknown>;
  return { ...known, [key]: altered(known[key], rest) } as T;
}

function change(value: unknown): unknown {
  if (typeof value === 'bigint') return value + 1n;
  if (typeof value === 'number') return value + 1;
  return typeof value === 'boolean' ? !value : `${value}.`;
}

describe('[L4] older and newer shapes', () => {
  const { part, ...schemaOne } = assigned().data;
  const [, second] = log;
  const with_ = (changes: object, metadata: object): RawEvent => ({
    ...(second ?? first),
    ...changes,
    metadata: { ...(second?.metadata as object), ...metadata },
  });

  it('TaskAssigned of schema 1 knew no lead: every department merely assisted', () => {
    const event = decode(with_({ data: schemaOne }, { schema: 1 }));
    expect(event.data).toEqual({ ...schemaOne, part: 'assist' });
    expect(event.meta.schema).toBe(1);
  });
  it('TaskAssigned of schema 2 is read as it stands', () => {
    expect(currentSchema('TaskAssigned')).toBe(2);
    expect(part).toBe('lead');
    expect(upcast('TaskAssigned', 2, { ...assigned().data })).toEqual(assigned().data);
  });
  it.each<[string, object, unknown]>([
    ['a newer schema', {}, { schema: 3 }],
    ['no schema', {}, { schema: undefined }],
    ['a schema below the first', {}, { schema: 0 }],
    ['a type of a newer version', { type: 'IncidentTeleported' }, { schema: 1 }],
    ['a type named like a property of every object', { type: 'constructor' }, { schema: 1 }],
    ['no hash', {}, { hash: undefined }],
    ['bytes instead of JSON', { data: new Uint8Array(3) }, {}],
    ['no data', { data: null }, {}],
  ])('nothing goes on with %s', (_, changes, metadata) => {
    const read = () => decode(with_(changes, metadata as object));
    expect(read).toThrow(UnreadableEventError);
    expect(read).toThrow(expect.objectContaining({ code: 'EVENT_UNREADABLE' }));
  });
  it('says where it stands', () =>
    expect(() => decode(with_({}, { schema: 3 }))).toThrow(
      'TaskAssigned at revision 1 of incident-i-1 was written by a newer version (schema 3)',
    ));
});

describe('canonical JSON', () => {
  it('is RFC 8785’s, as another implementation has it', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
    );
  });
  it('takes what JSON can’t hold for what JSON makes of it', () => {
    expect(canonicalJson({ b: undefined, a: [undefined, Number.NaN], c: '\ud800' })).toBe(
      '{"a":[null,null],"c":"\\ud800"}',
    );
  });
});

describe('the canonical order', () => {
  it('makes of any JSON what is written as its canonical JSON', () => {
    const key = fc.string().filter((text) => !/^\d/.test(text) && text !== '__proto__');
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        fc.jsonValue({ maxDepth: 0 }),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(tree, (value) => {
        expect(JSON.stringify(inCanonicalOrder(value))).toBe(canonicalJson(value));
        expect(inCanonicalOrder(value)).toEqual(value);
      }),
      { numRuns: 200 },
    );
  });
});
