import type { AccessEvent, AccessKind, Stored } from '@tocsin/domain';
import type { AccessRow } from '../queries/accessRows.ts';

const kinds = {
  SignedIn: 'signedIn',
  SignInRefused: 'signInRefused',
  PersonalDataRead: 'personalDataRead',
  RecordRead: 'recordRead',
  RecordExported: 'recordExported',
  AttemptRefused: 'attemptRefused',
} as const satisfies Readonly<Record<Exclude<AccessEvent['type'], 'AccessRepeated'>, AccessKind>>;

/** The event as a row of the access log. */
export function projectAccess(event: Stored<AccessEvent>): AccessRow {
  const { meta, position } = event;
  const at = { position: position.toString(), recordedAt: meta.recordedAt };
  const { kind: actor, id, name, role, department, console } = meta.actor;
  const by =
    actor === 'person'
      ? {
          id,
          name,
          ...(role && { role }),
          ...(department && { department }),
          ...(console && { console }),
        }
      : undefined;
  const who = by ? { by } : {};
  if (event.type !== 'AccessRepeated')
    return { ...at, ...who, kind: kinds[event.type], ...event.data };
  const { of, ...facts } = event.data;
  return { ...at, ...who, kind: of, ...facts };
}

/** Who it was, or with whose account it was tried. */
export const accountOf = ({ by, account }: AccessRow): string => account ?? by?.id ?? '';
