import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { Status } from '@eventstore/db-client/generated/status_pb.js';
import statuses from '@eventstore/db-client/generated/status_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { status } from '@grpc/grpc-js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { ExpectedRevision, Outcome } from './appendRules.ts';
import { Fault, streamDeleted } from './faults.ts';
import { identifierOf } from './messages.ts';
import { MAX_APPEND_BYTES } from './requests.ts';

type Detail = { serializeBinary(): Uint8Array };

/** The answer to one append of a batch call. */
export function batchResponse(
  id: string,
  stream: string,
  expected: ExpectedRevision,
  outcome: Outcome,
): BatchAppendResp {
  if (outcome.kind === 'deleted') return batchError(id, Buffer.from(stream), streamDeleted(stream));
  const response = responseFor(id, Buffer.from(stream));
  if (outcome.kind === 'wrong-revision') {
    const detail = wrongRevision(outcome.current, expected);
    const message = `Stream ${stream} is not at the expected revision.`;
    response.setError(
      statusWith(status.FAILED_PRECONDITION, message, 'WrongExpectedVersion', detail),
    );
    return response;
  }
  const success = new streams.BatchAppendResp.Success();
  if (outcome.revision === undefined) success.setNoStream(new empty.Empty());
  else success.setCurrentRevision(String(outcome.revision));
  if (outcome.position === undefined) {
    success.setNoPosition(new empty.Empty());
  } else {
    const place = new shared.AllStreamPosition();
    place.setCommitPosition(String(outcome.position));
    place.setPreparePosition(String(outcome.position));
    success.setPosition(place);
  }
  response.setSuccess(success);
  return response;
}

/** A refusal of one append; its siblings go on. */
export function batchError(id: string, stream: Uint8Array, error: unknown): BatchAppendResp {
  const response = responseFor(id, stream);
  const fault = error instanceof Fault ? error : new Fault(status.INTERNAL, String(error));
  const [name, detail] = detailOf(fault, stream);
  response.setError(statusWith(fault.code, fault.message, name, detail));
  return response;
}

function responseFor(id: string, stream: Uint8Array): BatchAppendResp {
  const uuid = new shared.UUID();
  uuid.setString(id);
  const identifier = identifierOf('');
  identifier.setStreamName(stream);
  const response = new streams.BatchAppendResp();
  response.setCorrelationId(uuid);
  response.setStreamIdentifier(identifier);
  return response;
}

function detailOf(fault: Fault, stream: Uint8Array): [string, Detail] {
  switch (fault.trailers.exception) {
    case 'maximum-append-size-exceeded': {
      const detail = new shared.MaximumAppendSizeExceeded();
      detail.setMaxappendsize(MAX_APPEND_BYTES);
      return ['MaximumAppendSizeExceeded', detail];
    }
    case 'stream-deleted': {
      const identifier = identifierOf('');
      identifier.setStreamName(stream);
      const detail = new shared.StreamDeleted();
      detail.setStreamIdentifier(identifier);
      return ['StreamDeleted', detail];
    }
  }
  if (fault.code === status.DEADLINE_EXCEEDED) return ['Timeout', new shared.Timeout()];
  const detail = new shared.BadRequest();
  detail.setMessage(fault.message);
  return ['BadRequest', detail];
}

function statusWith(code: status, message: string, name: string, detail: Detail): Status {
  const packed = new any.Any();
  packed.pack(detail.serializeBinary(), `event_store.client.${name}`);
  const result = new statuses.Status();
  result.setCode(Number(code));
  result.setMessage(message);
  result.setDetails(packed);
  return result;
}

function wrongRevision(current: number | undefined, expected: ExpectedRevision): Detail {
  const detail = new shared.WrongExpectedVersion();
  if (current === undefined) detail.setCurrentNoStream(new empty.Empty());
  else detail.setCurrentStreamRevision(String(current));
  if (typeof expected === 'number') detail.setExpectedStreamPosition(String(expected));
  else if (expected === 'no_stream') detail.setExpectedNoStream(new empty.Empty());
  else if (expected === 'stream_exists') detail.setExpectedStreamExists(new empty.Empty());
  else detail.setExpectedAny(new empty.Empty());
  return detail;
}
