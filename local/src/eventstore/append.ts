import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js';
import { decideAppend, type ExpectedRevision, type Outcome } from './appendRules.ts';
import type { CommitLoop } from './commitLoop.ts';
import { deadlineOf } from './deadline.ts';
import { invalid, statusOf, streamDeleted } from './faults.ts';
import { DraftList, draftOf, streamOf } from './requests.ts';

type Header = { readonly stream: string; readonly expected: ExpectedRevision };

/** Append: a header, then one message an event. */
export function append(
  loop: CommitLoop,
  call: ServerReadableStream<AppendReq, AppendResp>,
  answer: sendUnaryData<AppendResp>,
): void {
  const list = new DraftList();
  let header: Header | undefined;
  let failed = false;
  const fail = (error: unknown): void => {
    failed = true;
    answer(statusOf(error));
  };

  call.on('data', (message: AppendReq) => {
    if (failed) return;
    try {
      header ??= headerOf(message);
      const proposed = message.getProposedMessage();
      if (proposed) list.add(draftOf(proposed), header.stream);
    } catch (error) {
      fail(error);
    }
  });
  call.on('end', () => {
    if (failed) return;
    if (header === undefined) return fail(invalid('The append has no header.'));
    const { stream, expected } = header;
    loop
      .submit({
        decide: (batch) => decideAppend(batch, stream, expected, list.drafts),
        bytes: list.bytes,
        deadline: deadlineOf(call),
        abandoned: () => call.cancelled,
      })
      .then((outcome) => answer(null, responseTo(outcome, stream, expected)))
      .catch(fail);
  });
}

function headerOf(message: AppendReq): Header {
  const options = message.getOptions();
  if (options === undefined) throw invalid('The append does not begin with its header.');
  return { stream: streamOf(options.getStreamIdentifier()), expected: expectedOf(options) };
}

function expectedOf(options: AppendReq.Options): ExpectedRevision {
  if (options.hasRevision()) return Number(options.getRevision());
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  return 'any';
}

function responseTo(outcome: Outcome, stream: string, expected: ExpectedRevision): AppendResp {
  const response = new streams.AppendResp();
  switch (outcome.kind) {
    case 'deleted':
      throw streamDeleted(stream);
    case 'wrong-revision':
      response.setWrongExpectedVersion(wrongRevision(outcome.current, expected));
      return response;
    case 'written':
      response.setSuccess(success(outcome.revision, outcome.position));
      return response;
  }
}

function success(revision: number | undefined, position: number | undefined): AppendResp.Success {
  const result = new streams.AppendResp.Success();
  if (revision === undefined) result.setNoStream(new shared.Empty());
  else result.setCurrentRevision(String(revision));
  if (position === undefined) {
    result.setNoPosition(new shared.Empty());
    return result;
  }
  const place = new streams.AppendResp.Position();
  place.setCommitPosition(String(position));
  place.setPreparePosition(String(position));
  result.setPosition(place);
  return result;
}

function wrongRevision(
  current: number | undefined,
  expected: ExpectedRevision,
): AppendResp.WrongExpectedVersion {
  const result = new streams.AppendResp.WrongExpectedVersion();
  if (current === undefined) result.setCurrentNoStream(new shared.Empty());
  else result.setCurrentRevision(String(current));
  if (typeof expected === 'number') result.setExpectedRevision(String(expected));
  else if (expected === 'no_stream') result.setExpectedNoStream(new shared.Empty());
  else if (expected === 'stream_exists') result.setExpectedStreamExists(new shared.Empty());
  else result.setExpectedAny(new shared.Empty());
  return result;
}
