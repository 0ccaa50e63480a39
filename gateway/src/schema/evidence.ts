import type { Evidence } from '@tocsin/domain';
import type { RowEvidence } from '@tocsin/projections/queries';
import type { EvidenceView } from './actor.ts';

interface Said {
  readonly reason?: string;
  readonly note?: string;
  readonly text?: string;
  readonly summary?: string;
}

const noteOf = ({ reason, note, text, summary }: Said): { note?: string } => {
  const said = note ?? reason ?? text ?? summary;
  return said === undefined ? {} : { note: said };
};

/** A link of the record's evidence chain with whatever was said at it. */
export const fromRecord = (link: (Evidence & Said) | undefined): EvidenceView | null =>
  link
    ? { by: link.by, occurredAt: link.occurredAt, recordedAt: link.recordedAt, ...noteOf(link) }
    : null;

/** The same from a board's row, which carries the occurred time only. */
export const fromRow = (link: (RowEvidence & Said) | undefined): EvidenceView | null =>
  link ? { by: link.by, occurredAt: link.at, ...noteOf(link) } : null;
