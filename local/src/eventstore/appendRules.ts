import { randomUUID } from 'node:crypto';
import type { Batch } from './batch.ts';
import type { Draft } from './record.ts';
import type { StreamState } from './streamIndex.ts';
import {
  deletedMetadata,
  isSoftDeleted,
  parseMetadata,
  revivedMetadata,
} from './streamMetadata.ts';

/** What the writer says the stream's last revision is. */
export type ExpectedRevision = 'any' | 'no_stream' | 'stream_exists' | number;

/** `revision` and `position` are those of the last event; undefined where there is none. */
export type Outcome =
  | { readonly kind: 'written'; readonly revision?: number; readonly position?: number }
  | { readonly kind: 'wrong-revision'; readonly current: number | undefined }
  | { readonly kind: 'deleted' };

const EMPTY = Buffer.alloc(0);

/**
 * Appends, or says why not. Events that stand in the stream already, where the writer expects
 * them, are not written again: the answer is the one that the first append got.
 */
export function decideAppend(
  batch: Batch,
  stream: string,
  expected: ExpectedRevision,
  drafts: readonly Draft[],
): Outcome {
  const state = batch.stream(stream);
  if (state?.tombstoned) return { kind: 'deleted' };
  const repeated = state && drafts.length > 0 && repeatOf(batch, state, expected, drafts);
  if (repeated) return repeated;
  const metadata = batch.metadata(stream);
  const deleted = isSoftDeleted(parseMetadata(metadata));
  if (!holds(expected, state?.last ?? -1, deleted, metadata !== undefined)) {
    return { kind: 'wrong-revision', current: existing(state) };
  }
  if (drafts.length === 0) return { kind: 'written', revision: existing(state) };
  const staged = batch.append(stream, drafts, deleted);
  if (deleted) {
    const first = staged.revision - drafts.length + 1;
    batch.append(`$$${stream}`, [metadataDraft(revivedMetadata(metadata, first))]);
  }
  return { kind: 'written', ...staged };
}

/** Hides a stream's events; a later append begins it anew after them. */
export function decideDelete(batch: Batch, stream: string, expected: ExpectedRevision): Outcome {
  const refusal = refuseEnd(batch, stream, expected);
  if (refusal) return refusal;
  const draft = metadataDraft(deletedMetadata(batch.metadata(stream)));
  return { kind: 'written', ...batch.append(`$$${stream}`, [draft]) };
}

/** Ends a stream for good. */
export function decideTombstone(batch: Batch, stream: string, expected: ExpectedRevision): Outcome {
  const refusal = refuseEnd(batch, stream, expected);
  if (refusal) return refusal;
  const draft = { ...metadataDraft(EMPTY), type: '$streamDeleted' };
  return { kind: 'written', ...batch.tombstone(stream, draft) };
}

function refuseEnd(batch: Batch, stream: string, expected: ExpectedRevision): Outcome | undefined {
  const state = batch.stream(stream);
  if (state?.tombstoned) return { kind: 'deleted' };
  const metadata = batch.metadata(stream);
  const deleted = isSoftDeleted(parseMetadata(metadata));
  if (holds(expected, state?.last ?? -1, deleted, metadata !== undefined)) return undefined;
  return { kind: 'wrong-revision', current: existing(state) };
}

function repeatOf(
  batch: Batch,
  state: StreamState,
  expected: ExpectedRevision,
  drafts: readonly Draft[],
): Outcome | undefined {
  const revisions = drafts.map((draft) => batch.revisionOf(state.no, draft.id));
  const last = revisions.at(-1);
  const written = (revision: number): Outcome => ({
    kind: 'written',
    revision,
    position: batch.position(state.no, revision),
  });
  if (expected === 'any' || expected === 'stream_exists') {
    if (revisions[0] === undefined) return undefined;
    const whole = last !== undefined && !revisions.includes(undefined);
    return whole ? written(last) : { kind: 'wrong-revision', current: state.last };
  }
  const before = expected === 'no_stream' ? -1 : expected;
  const inPlace = revisions.every((revision, i) => revision === before + 1 + i);
  return inPlace && last !== undefined ? written(last) : undefined;
}

function holds(
  expected: ExpectedRevision,
  last: number,
  deleted: boolean,
  hasMetadata: boolean,
): boolean {
  switch (expected) {
    case 'any':
      return true;
    case 'no_stream':
      return last < 0 || deleted;
    case 'stream_exists':
      return !deleted && (last >= 0 || hasMetadata);
    default:
      return expected === last;
  }
}

const existing = (state: StreamState | undefined): number | undefined =>
  state === undefined || state.last < 0 ? undefined : state.last;

const metadataDraft = (data: Buffer): Draft => ({
  id: randomUUID(),
  type: '$metadata',
  contentType: 'application/json',
  metadata: EMPTY,
  data,
});
