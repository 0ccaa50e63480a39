import { type Rejection, type RejectionCode, reject } from '@tocsin/domain';
import { GraphQLError } from 'graphql';
import type { Facts, MessageCode } from '../messages/index.ts';

/** What a refused operation says in its error's extensions. */
export interface RefusalFacts {
  readonly code: MessageCode;
  readonly field?: string;
  readonly facts: Facts;
}

/** An operation that is refused; the sentence is put in when the reader's language is known. */
export class Refusal extends GraphQLError {
  readonly refusal: RefusalFacts;

  constructor(code: MessageCode, facts: Facts = {}, field?: string) {
    const refusal = field === undefined ? { code, facts } : { code, field, facts };
    super(code, { extensions: { ...refusal } });
    this.name = 'Refusal';
    this.refusal = refusal;
  }
}

export const refusal = ({ rejected, facts, field }: Rejection): Refusal =>
  new Refusal(rejected, facts, field);

export const refuse = (code: RejectionCode, facts: Facts = {}, field?: string): never => {
  throw refusal(reject(code, facts, field));
};
