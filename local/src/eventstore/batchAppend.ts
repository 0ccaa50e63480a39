import type {
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerDuplexStream } from '@grpc/grpc-js';
import { decideAppend, type ExpectedRevision } from './appendRules.ts';
import { batchError, batchResponse } from './batchResponses.ts';
import type { CommitLoop } from './commitLoop.ts';
import { exhausted, invalid, statusOf, timedOut } from './faults.ts';
import { DraftList, draftOf, streamOf, uuidOf } from './requests.ts';

/** An append whose parts are still arriving. */
type Open = {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly deadline: number;
  readonly list: DraftList;
  timer?: NodeJS.Timeout;
};

type Call = ServerDuplexStream<BatchAppendReq, BatchAppendResp>;

/** What the unfinished appends of one call may hold together. */
const MAX_OPEN_BYTES = 16 * 1024 * 1024;
const MAX_OPEN = 256;
const MAX_UNREAD_ANSWERS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/**
 * BatchAppend: any number of appends on one call, each in one or more parts that share a
 * correlation id and end with the final one. Each append is answered once; a refusal is an
 * answer, not the end of the call.
 */
export class BatchAppendCall {
  readonly #loop: CommitLoop;
  readonly #call: Call;
  readonly #open = new Map<string, Open>();
  #ended = false;

  constructor(loop: CommitLoop, call: Call) {
    this.#loop = loop;
    this.#call = call;
    call.on('data', (part: BatchAppendReq) => this.#take(part));
    call.on('end', () => this.#close(() => call.end()));
    call.on('cancelled', () => this.#close(() => undefined));
    call.on('error', () => this.#close(() => undefined));
  }

  #close(finish: () => void): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const append of this.#open.values()) clearTimeout(append.timer);
    this.#open.clear();
    finish();
  }

  #take(part: BatchAppendReq): void {
    let id: string;
    try {
      id = uuidOf(part.getCorrelationId());
    } catch (error) {
      this.#call.emit('error', statusOf(error));
      return;
    }
    try {
      this.#add(id, part);
    } catch (error) {
      this.#refuse(id, part.getOptions()?.getStreamIdentifier()?.getStreamName_asU8(), error);
    }
    this.#throttle();
  }

  /** Reads on only while the log keeps up, and while the client reads its answers. */
  #throttle(): void {
    if (this.#ended) return;
    if (this.#loop.crowded) {
      this.#call.pause();
      this.#loop.room().then(() => this.#throttle());
    } else if (this.#call.writableLength > MAX_UNREAD_ANSWERS) {
      this.#call.pause();
      this.#call.once('drain', () => this.#throttle());
    } else if (this.#call.isPaused()) {
      this.#call.resume();
    }
  }

  #add(id: string, part: BatchAppendReq): void {
    const append = this.#open.get(id) ?? this.#begin(id, part);
    if (append === undefined) return;
    for (const proposed of part.getProposedMessagesList()) {
      append.list.add(draftOf(proposed), append.stream);
    }
    if (part.getIsFinal()) this.#submit(id, append);
    else this.#checkRoom();
  }

  /** Parts that follow a refused one carry no options and are let pass: the refusal was the answer. */
  #begin(id: string, part: BatchAppendReq): Open | undefined {
    const options = part.getOptions();
    if (options === undefined) return undefined;
    const append: Open = {
      stream: streamOf(options.getStreamIdentifier()),
      expected: expectedOf(options),
      deadline: options.getDeadline()?.toDate().getTime() ?? Number.POSITIVE_INFINITY,
      list: new DraftList(),
    };
    this.#open.set(id, append);
    if (!part.getIsFinal()) {
      const wait = Math.max(0, Math.min(append.deadline - Date.now(), LONGEST_WAIT_MS));
      append.timer = setTimeout(() => this.#refuse(id, undefined, timedOut()), wait);
    }
    return append;
  }

  #submit(id: string, append: Open): void {
    clearTimeout(append.timer);
    this.#open.delete(id);
    const { stream, expected, deadline, list } = append;
    this.#loop
      .submit({
        decide: (batch) => decideAppend(batch, stream, expected, list.drafts),
        bytes: list.bytes,
        deadline,
        abandoned: () => this.#call.cancelled,
      })
      .then((outcome) => this.#answer(batchResponse(id, stream, expected, outcome)))
      .catch((error: unknown) => this.#answer(batchError(id, Buffer.from(stream), error)));
  }

  #refuse(id: string, stream: Uint8Array | undefined, error: unknown): void {
    const append = this.#open.get(id);
    clearTimeout(append?.timer);
    this.#open.delete(id);
    const name = append ? Buffer.from(append.stream) : (stream ?? Buffer.alloc(0));
    this.#answer(batchError(id, name, error));
  }

  #checkRoom(): void {
    let bytes = 0;
    for (const append of this.#open.values()) bytes += append.list.bytes;
    if (bytes <= MAX_OPEN_BYTES && this.#open.size <= MAX_OPEN) return;
    throw exhausted('Too many unfinished appends on one call.');
  }

  #answer(response: BatchAppendResp): void {
    if (!this.#ended && !this.#call.cancelled) this.#call.write(response);
  }
}

function expectedOf(options: BatchAppendReq.Options): ExpectedRevision {
  if (options.hasStreamPosition()) return Number(options.getStreamPosition());
  if (options.hasNoStream()) return 'no_stream';
  if (options.hasStreamExists()) return 'stream_exists';
  if (options.hasAny()) return 'any';
  throw invalid('The expected revision is missing.');
}
