import type { RetentionEvent } from './events.ts';

type DataOf<T extends RetentionEvent['type']> = Extract<RetentionEvent, { type: T }>['data'];

export type RetentionCommand =
  | { readonly type: 'PlaceLegalHold'; readonly data: DataOf<'LegalHoldPlaced'> }
  | { readonly type: 'LiftLegalHold'; readonly data: DataOf<'LegalHoldLifted'> }
  | { readonly type: 'RecordArchive'; readonly data: DataOf<'IncidentArchived'> };
