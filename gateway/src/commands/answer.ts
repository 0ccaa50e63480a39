import type { City, Rejection } from '@tocsin/domain';
import type { Meanwhile, Outcome } from '@tocsin/domain/store';
import {
  conflictMessage,
  type Facts,
  type Language,
  type MessageCode,
  message,
  nameSupplies,
} from '../messages/index.ts';

export interface Accepted {
  readonly kind: 'Accepted';
  readonly revision: bigint;
  readonly position: bigint;
  readonly repeated: boolean;
  readonly id?: string;
}
export interface Rejected {
  readonly kind: 'Rejected';
  readonly code: MessageCode;
  readonly field?: string;
  readonly message: string;
  readonly facts: Facts;
}
export interface Conflict {
  readonly kind: 'Conflict';
  readonly expectedRevision: bigint;
  readonly actualRevision: bigint;
  readonly message: string;
  readonly meanwhile: readonly Meanwhile[];
}
export type Answer = Accepted | Rejected | Conflict;

/** A rejection with its sentence; `city` lends the departments their names. */
export function rejected(
  { rejected: code, facts, field }: Rejection,
  language: Language,
  city?: City,
): Rejected {
  const nameDepartment = (id: string) => city?.departments.get(id)?.name[language] ?? id;
  return {
    kind: 'Rejected',
    code,
    message: message(language, code, nameSupplies(facts, language, city), field, nameDepartment),
    facts,
    ...(field === undefined ? {} : { field }),
  };
}

export function answer(
  outcome: Exclude<Outcome, { kind: 'rejected' }>,
  language: Language,
): Answer {
  if (outcome.kind === 'accepted') {
    const { revision, position, repeated } = outcome;
    return { kind: 'Accepted', revision, position, repeated };
  }
  return {
    kind: 'Conflict',
    expectedRevision: outcome.expected,
    actualRevision: outcome.actual,
    message: conflictMessage(language, outcome.meanwhile),
    meanwhile: outcome.meanwhile,
  };
}
