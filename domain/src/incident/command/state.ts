import type { CommandRole } from '../../city/plan.ts';
import type { Evidence } from '../evidence.ts';
import type { AttachmentFacts, RoleHolder } from './events.ts';

/** Entries carry their event's revision, so that one that was struck can be told. */
export interface Entered extends Evidence {
  readonly revision: number;
}

export interface Consultation {
  readonly id: string;
  readonly topic: string;
  readonly participants: readonly string[];
  readonly opened: Evidence;
  readonly joined: readonly (Evidence & { readonly department: string })[];
  readonly decisions: readonly (Entered & {
    readonly id: string;
    readonly text: string;
    readonly task?: string;
  })[];
  readonly closed?: Evidence & { readonly summary: string };
}

export interface Situation extends Entered {
  readonly id: string;
  readonly number: number;
  readonly text: string;
}

export type Attachment = AttachmentFacts & Entered;

export interface Strike extends Evidence {
  readonly reason: string;
}

/** Who commands, what was consulted and decided, what was reported and attached. */
export interface CommandState {
  readonly roles: ReadonlyMap<CommandRole, RoleHolder & { readonly since: string }>;
  readonly consultations: ReadonlyMap<string, Consultation>;
  readonly situations: readonly Situation[];
  readonly attachments: ReadonlyMap<string, Attachment>;
  /** How many events the record has; the next one's revision. */
  readonly length: number;
  /** The entries that may be struck, by whom each was made (account), in order. */
  readonly entries: readonly {
    readonly revision: number;
    readonly by: string;
    readonly name: string;
  }[];
  /** What was struck, by the entry's revision. */
  readonly struck: ReadonlyMap<number, Strike>;
}

export const noCommand: CommandState = {
  roles: new Map(),
  consultations: new Map(),
  situations: [],
  attachments: new Map(),
  length: 0,
  entries: [],
  struck: new Map(),
};
