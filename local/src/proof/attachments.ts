import type { StoredEvent } from '@tocsin/domain/proof';

/** An attachment as the record has it: the file itself lies elsewhere, its SHA-256 is sealed. */
export interface AttachmentLine {
  readonly stream: string;
  readonly revision: string;
  readonly attachment: unknown;
}

export const attachmentOf = ({
  type,
  streamId: stream,
  revision,
  data,
}: StoredEvent): AttachmentLine | undefined =>
  type === 'AttachmentAdded'
    ? { stream, revision: revision.toString(), attachment: data }
    : undefined;
