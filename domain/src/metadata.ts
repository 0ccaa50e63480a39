import type { Fact } from './fact.ts';

export type Role = 'dispatcher' | 'liaison' | 'commander' | 'auditor' | 'administrator';

/** Who did it: a person at a console, or a part of the system under its own name. */
export interface Actor {
  readonly kind: 'person' | 'importer' | 'policy' | 'system';
  readonly id: string;
  readonly name: string;
  /** The role in which a person acted. */
  readonly role?: Role;
  readonly department?: string;
  /** The console (browser window) the command came from. */
  readonly console?: string;
  /** Whose decision a process manager carries from one stream into another. */
  readonly onBehalfOf?: Omit<Actor, 'onBehalfOf'>;
}

/** What every event says about itself. Times are ISO 8601 in UTC with milliseconds. */
export interface EventMeta {
  readonly commandId: string;
  /** Tells a repeated command from another one under the same id: SHA-256 over what was asked. */
  readonly commandDigest: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly actor: Actor;
  /** When it happened. May lie before `recordedAt`: late entry is normal. */
  readonly occurredAt: string;
  /** When it was written to the log. */
  readonly recordedAt: string;
  readonly schema: number;
  readonly exercise: boolean;
  /** SHA-256 (hex) of the event before in this stream; '' for the first. */
  readonly previousHash: string;
  /** SHA-256 (hex) over the canonical JSON of type, data and metadata without this field. */
  readonly hash: string;
}

export type Recorded<E extends Fact> = E & { readonly meta: EventMeta };

/** A place in the log. Never compared as a string; `0n` is a position. */
export type Position = bigint & { readonly __brand: 'Position' };
/** The number of an event in its stream, from 0n. */
export type Revision = bigint & { readonly __brand: 'Revision' };

/** An event as it stands in the log. */
export type Stored<E extends Fact> = Recorded<E> & {
  readonly id: string;
  readonly stream: string;
  readonly revision: Revision;
  readonly position: Position;
};

export const position = (value: bigint | string | number): Position => BigInt(value) as Position;
export const revision = (value: bigint | string | number): Revision => BigInt(value) as Revision;

/** What comes with a command: who, from where, caused by what, and when it happened. */
export interface CommandMeta {
  /** Drawn by the client; sending the same id again gives the same answer. */
  readonly commandId: string;
  readonly actor: Actor;
  /** When it happened, if not now. */
  readonly occurredAt?: string;
  readonly correlationId?: string;
  readonly causationId?: string;
  /** The revision that the caller saw, to learn of a conflict. */
  readonly expectedRevision?: Revision;
}
