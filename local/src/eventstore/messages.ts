import type { StreamIdentifier } from '@eventstore/db-client/generated/shared_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { StoredRecord } from './record.ts';

/** What a reader receives beside the stored events, each as its serialised bytes. */

export function confirmation(subscriptionId: string): Buffer {
  const content = new streams.ReadResp.SubscriptionConfirmation();
  content.setSubscriptionId(subscriptionId);
  return serialised((response) => response.setConfirmation(content));
}

export function checkpoint(position: number): Buffer {
  const content = new streams.ReadResp.Checkpoint();
  content.setCommitPosition(String(position));
  content.setPreparePosition(String(position));
  return serialised((response) => response.setCheckpoint(content));
}

export const caughtUp = (): Buffer =>
  serialised((response) => response.setCaughtUp(new streams.ReadResp.CaughtUp()));

export const fellBehind = (): Buffer =>
  serialised((response) => response.setFellBehind(new streams.ReadResp.FellBehind()));

export function streamNotFound(stream: string): Buffer {
  const content = new streams.ReadResp.StreamNotFound();
  content.setStreamIdentifier(identifierOf(stream));
  return serialised((response) => response.setStreamNotFound(content));
}

/** A stored event for a reader who asked for ids as two numbers instead of text. */
export function withStructuredId(message: Buffer): Buffer {
  const response = streams.ReadResp.deserializeBinary(message);
  const id = response.getEvent()?.getEvent()?.getId();
  if (id === undefined) return message;
  const digits = id.getString().replaceAll('-', '');
  const structured = new shared.UUID.Structured();
  structured.setMostSignificantBits(signed(digits.slice(0, 16)));
  structured.setLeastSignificantBits(signed(digits.slice(16)));
  id.setStructured(structured);
  return Buffer.from(response.serializeBinary());
}

export function dataOf(record: StoredRecord): Uint8Array | undefined {
  return streams.ReadResp.deserializeBinary(record.message).getEvent()?.getEvent()?.getData_asU8();
}

export function identifierOf(stream: string): StreamIdentifier {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(stream));
  return identifier;
}

function serialised(fill: (response: ReadResp) => void): Buffer {
  const response = new streams.ReadResp();
  fill(response);
  return Buffer.from(response.serializeBinary());
}

const signed = (hex: string): string => BigInt.asIntN(64, BigInt(`0x${hex}`)).toString();
