/** What a stream's metadata says to the reads of that stream. Ages are in seconds. */
export type StreamMetadata = {
  readonly maxCount?: number;
  readonly maxAge?: number;
  readonly truncateBefore?: number;
};

/** The truncation point that marks a deleted stream: 2^63 - 1, which a number holds as 2^63. */
const DELETED = '9223372036854775807';

/** Reads `$maxCount`, `$maxAge` and `$tb`; what isn't JSON or isn't a count has no effect. */
export function parseMetadata(data: Uint8Array | undefined): StreamMetadata {
  const value = asObject(data);
  return {
    ...given('maxCount', value.$maxCount),
    ...given('maxAge', value.$maxAge),
    ...given('truncateBefore', value.$tb),
  };
}

export const isSoftDeleted = (metadata: StreamMetadata): boolean =>
  metadata.truncateBefore === Number(DELETED);

/** The metadata that deletes a stream; the rest of what was set stays. */
export const deletedMetadata = (data: Uint8Array | undefined): Buffer =>
  withTruncation(data, DELETED);

/** The metadata of a stream that is written again after it was deleted. */
export const revivedMetadata = (data: Uint8Array | undefined, revision: number): Buffer =>
  withTruncation(data, String(revision));

/** JSON.stringify can't write 2^63 - 1, hence the text. */
function withTruncation(data: Uint8Array | undefined, truncateBefore: string): Buffer {
  const { $tb: _, ...rest } = asObject(data);
  const text = JSON.stringify(rest).slice(1, -1);
  return Buffer.from(`{${text}${text ? ',' : ''}"$tb":${truncateBefore}}`);
}

function asObject(data: Uint8Array | undefined): Record<string, unknown> {
  if (data === undefined) return {};
  try {
    const value: unknown = JSON.parse(Buffer.from(data).toString('utf8'));
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function given(name: keyof StreamMetadata, value: unknown): StreamMetadata {
  return typeof value === 'number' && value >= 0 ? { [name]: value } : {};
}
