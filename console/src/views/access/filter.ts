import type { VariablesOf } from 'gql.tada';
import type { accessLogDocument } from '../../api/documents/access.ts';

type Wanted = NonNullable<VariablesOf<typeof accessLogDocument>['filter']>;
export type AccessKind = NonNullable<Wanted['kinds']>[number];

export const kinds: readonly AccessKind[] = [
  'SIGNED_IN',
  'SIGN_IN_REFUSED',
  'PERSONAL_DATA_READ',
  'RECORD_READ',
  'RECORD_EXPORTED',
  'ATTEMPT_REFUSED',
];

/** As it is entered; empty: not narrowed by it. */
export interface Filter {
  readonly account: string;
  readonly incident: string;
  readonly kind: AccessKind | '';
  /** Of a `datetime-local` input. */
  readonly from: string;
  readonly until: string;
}

export const noFilter: Filter = { account: '', incident: '', kind: '', from: '', until: '' };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether what was entered is an incident's id, as far as one can tell. */
export const isId = (entered: string): boolean => uuid.test(entered.trim());

/** What the server is asked; an id that is still being typed narrows nothing. */
export function filterOf(
  { account, incident, kind, from, until }: Filter,
  fromEntered: (entered: string) => string,
): Wanted {
  const time = (entered: string): string | null => (entered && fromEntered(entered)) || null;
  return {
    account: account.trim() || null,
    incident: isId(incident) ? incident.trim() : null,
    kinds: kind === '' ? null : [kind],
    from: time(from),
    until: time(until),
  };
}
