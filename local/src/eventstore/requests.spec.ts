import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Fault } from './faults.ts';
import { withStructuredId } from './messages.ts';
import { encodeRecord, StoredRecord } from './record.ts';
import { DraftList, draftOf, MAX_APPEND_BYTES, streamOf, uuidOf } from './requests.ts';

const empty = new Uint8Array();

it('takes ids as text and as two numbers, and gives them either way', () => {
  fc.assert(
    fc.property(fc.uuid(), (id) => {
      const text = new shared.UUID();
      text.setString(id.toUpperCase());
      expect(uuidOf(text)).toBe(id);

      const draft = {
        id,
        type: 'T',
        contentType: 'application/json',
        metadata: empty,
        data: empty,
      };
      const place = { stream: 's', revision: 0, position: 16, createdMs: 0, continues: false };
      const { message } = new StoredRecord(encodeRecord(draft, place), 16);
      const event = streams.ReadResp.deserializeBinary(withStructuredId(message)).getEvent();
      const structured = event?.getEvent()?.getId();
      expect(structured?.hasStructured()).toBe(true);
      expect(uuidOf(structured)).toBe(id);
    }),
  );
});

it('refuses ids, names and events that are missing or malformed', () => {
  const id = new shared.UUID();
  id.setString('not-a-uuid');
  expect(() => uuidOf(id)).toThrow(Fault);
  expect(() => uuidOf(undefined)).toThrow(Fault);
  expect(() => streamOf(undefined)).toThrow(Fault);
  const long = new shared.StreamIdentifier();
  long.setStreamName(Buffer.alloc(1_501, 'x'));
  expect(() => streamOf(long)).toThrow(Fault);
  expect(() => draftOf(new streams.AppendReq.ProposedMessage())).toThrow(Fault);
});

it('stops taking events where one append is full', () => {
  const list = new DraftList();
  const data = new Uint8Array(MAX_APPEND_BYTES / 2);
  const draft = { id: '', type: 'T', contentType: 'application/json', metadata: empty, data };
  list.add(draft, 's');
  expect(() => list.add(draft, 's')).toThrow(Fault);
  expect(list.drafts).toHaveLength(1);
});
