import type {
  DeleteReq,
  DeleteResp,
  TombstoneReq,
  TombstoneResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type ServerUnaryCall, type sendUnaryData, status } from '@grpc/grpc-js';
import {
  decideDelete,
  decideTombstone,
  type ExpectedRevision,
  type Outcome,
} from './appendRules.ts';
import type { CommitLoop } from './commitLoop.ts';
import { deadlineOf } from './deadline.ts';
import { Fault, invalid, statusOf, streamDeleted } from './faults.ts';
import { streamOf } from './requests.ts';

/** What the protocol writes for the expectations that aren't revisions. */
const EXPECTED_NUMBER = { any: -2, no_stream: -1, stream_exists: -4 } as const;

/** Delete: hides the stream's events until somebody appends to it again. */
export function deleteStream(
  loop: CommitLoop,
  call: ServerUnaryCall<DeleteReq, DeleteResp>,
  answer: sendUnaryData<DeleteResp>,
): void {
  end(loop, call, decideDelete)
    .then((position) => {
      const place = new streams.DeleteResp.Position();
      place.setCommitPosition(position);
      place.setPreparePosition(position);
      const response = new streams.DeleteResp();
      response.setPosition(place);
      answer(null, response);
    })
    .catch((error: unknown) => answer(statusOf(error)));
}

/** Tombstone: ends the stream for good. */
export function tombstone(
  loop: CommitLoop,
  call: ServerUnaryCall<TombstoneReq, TombstoneResp>,
  answer: sendUnaryData<TombstoneResp>,
): void {
  end(loop, call, decideTombstone)
    .then((position) => {
      const place = new streams.TombstoneResp.Position();
      place.setCommitPosition(position);
      place.setPreparePosition(position);
      const response = new streams.TombstoneResp();
      response.setPosition(place);
      answer(null, response);
    })
    .catch((error: unknown) => answer(statusOf(error)));
}

async function end(
  loop: CommitLoop,
  call: ServerUnaryCall<DeleteReq, DeleteResp> | ServerUnaryCall<TombstoneReq, TombstoneResp>,
  decide: typeof decideDelete,
): Promise<string> {
  const options = call.request.getOptions();
  if (options === undefined) throw invalid('The request has no options.');
  const stream = streamOf(options.getStreamIdentifier());
  const expected = expectedOf(options);
  const outcome = await loop.submit({
    decide: (batch) => decide(batch, stream, expected),
    bytes: stream.length,
    deadline: deadlineOf(call),
    abandoned: () => call.cancelled,
  });
  return positionOf(outcome, stream, expected);
}

function expectedOf(options: DeleteReq.Options | TombstoneReq.Options): ExpectedRevision {
  if (options.hasRevision()) return Number(options.getRevision());
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  return 'any';
}

function positionOf(outcome: Outcome, stream: string, expected: ExpectedRevision): string {
  switch (outcome.kind) {
    case 'written':
      return String(outcome.position);
    case 'deleted':
      throw streamDeleted(stream);
    case 'wrong-revision':
      throw new Fault(
        status.FAILED_PRECONDITION,
        `Stream ${stream} is not at the expected revision.`,
        {
          exception: 'wrong-expected-version',
          'stream-name': stream,
          'expected-version': String(
            typeof expected === 'number' ? expected : EXPECTED_NUMBER[expected],
          ),
          ...(outcome.current === undefined ? {} : { 'actual-version': String(outcome.current) }),
        },
      );
  }
}
