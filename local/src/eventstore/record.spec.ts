import streams from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  type Draft,
  encodeRecord,
  type Place,
  StoredRecord,
  TOMBSTONE_REVISION,
} from './record.ts';

const drafts: fc.Arbitrary<Draft> = fc.record({
  id: fc.uuid(),
  type: fc.string({ minLength: 1, unit: 'grapheme' }),
  contentType: fc.constantFrom('application/json', 'application/octet-stream'),
  metadata: fc.uint8Array({ maxLength: 300 }),
  data: fc.uint8Array({ maxLength: 20_000 }),
});

const places: fc.Arbitrary<Place> = fc.record({
  stream: fc.string({ minLength: 1, unit: 'grapheme' }),
  revision: fc.oneof(fc.nat(), fc.maxSafeNat()),
  position: fc.integer({ min: 16, max: 2 ** 47 }),
  createdMs: fc.integer({ min: 1, max: 4_102_444_800_000 }),
  continues: fc.boolean(),
});

const recorded = (record: StoredRecord) => {
  const event = streams.ReadResp.deserializeBinary(record.message).getEvent();
  return { event: event?.getEvent(), commitPosition: event?.getCommitPosition() };
};

it('writes the message that the generated code of the client reads', () => {
  fc.assert(
    fc.property(drafts, places, (draft, place) => {
      const record = new StoredRecord(encodeRecord(draft, place), place.position);
      const { event, commitPosition } = recorded(record);
      expect(commitPosition).toBe(String(place.position));
      expect(event?.getId()?.getString()).toBe(draft.id);
      expect(Buffer.from(event?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString()).toBe(
        place.stream,
      );
      expect(event?.getStreamRevision()).toBe(String(place.revision));
      expect(event?.getCommitPosition()).toBe(String(place.position));
      expect(Object.fromEntries(event?.getMetadataMap().toArray() ?? [])).toEqual({
        type: draft.type,
        'content-type': draft.contentType,
        created: String(BigInt(place.createdMs) * 10_000n),
      });
      expect(event?.getCustomMetadata_asU8()).toEqual(draft.metadata);
      expect(event?.getData_asU8()).toEqual(draft.data);
    }),
  );
});

it('gives back from the frame itself what filters and recovery need', () => {
  fc.assert(
    fc.property(drafts, places, (draft, place) => {
      const frame = encodeRecord(draft, place);
      const record = new StoredRecord(frame, place.position);
      const { id, type, stream, revision, createdMs, continues, end, intact } = record;
      expect({ id, type, stream, revision, createdMs, continues, end, intact }).toEqual({
        ...place,
        position: undefined,
        id: draft.id,
        type: draft.type,
        end: place.position + frame.length,
        intact: true,
      });
    }),
  );
});

it('knows a frame of which any byte was changed', () => {
  fc.assert(
    fc.property(
      drafts,
      places,
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      (draft, place, at, by) => {
        const frame = encodeRecord(draft, place);
        const i = at % frame.length;
        frame[i] = (frame[i] ?? 0) ^ by;
        expect(new StoredRecord(frame, place.position).intact).toBe(false);
      },
    ),
  );
});

it('writes the revision of a tombstone as the largest signed number', () => {
  const empty = new Uint8Array();
  const draft = {
    id: crypto.randomUUID(),
    type: '$streamDeleted',
    contentType: 'application/json',
  };
  const place = {
    stream: 's',
    revision: TOMBSTONE_REVISION,
    position: 16,
    createdMs: 0,
    continues: false,
  };
  const frame = encodeRecord({ ...draft, metadata: empty, data: empty }, place);
  const { event } = recorded(new StoredRecord(frame, 16));
  expect(event?.getStreamRevision()).toBe('9223372036854775807');
});
