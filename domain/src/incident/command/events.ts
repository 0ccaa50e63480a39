import type { CommandRole } from '../../city/plan.ts';

// Stored shape: add, never change. A changed shape gets a new schema number and an upcaster.

/** Somebody who holds a role: an account, and the name it then had. */
export interface RoleHolder {
  readonly account: string;
  readonly name: string;
  readonly department?: string;
}

interface InConsultation {
  readonly consultation: string;
}

/** What is attached is kept elsewhere; the record holds where, and what it must be. */
export interface AttachmentFacts {
  readonly attachment: string;
  readonly name: string;
  /** As in RFC 6838: `image/jpeg`. */
  readonly mediaType: string;
  /** How many. */
  readonly bytes: number;
  /** SHA-256 of the content, 64 hex digits in lower case. */
  readonly sha256: string;
  /** `https://…`, or `file-store:` and the file's id there. */
  readonly uri: string;
}

export type CommandEvent =
  | {
      readonly type: 'CommandTaken';
      readonly data: RoleHolder & { readonly role: 'incidentCommander' };
    }
  | { readonly type: 'RoleAssigned'; readonly data: RoleHolder & { readonly role: CommandRole } }
  | {
      readonly type: 'RoleRelieved';
      readonly data: RoleHolder & { readonly role: CommandRole; readonly reason: string };
    }
  | {
      readonly type: 'CommandTransferred';
      readonly data: {
        readonly from: RoleHolder;
        readonly to: RoleHolder;
        readonly briefing: string;
      };
    }
  | {
      readonly type: 'ConsultationOpened';
      readonly data: InConsultation & {
        readonly topic: string;
        /** Departments. */
        readonly participants: readonly string[];
      };
    }
  | {
      readonly type: 'ConsultationJoined';
      readonly data: InConsultation & { readonly department: string };
    }
  | {
      readonly type: 'DecisionRecorded';
      readonly data: InConsultation & {
        readonly decision: string;
        readonly text: string;
        /** The task that it became. */
        readonly task?: string;
      };
    }
  | {
      readonly type: 'ConsultationClosed';
      readonly data: InConsultation & { readonly summary: string };
    }
  | {
      readonly type: 'SituationReported';
      readonly data: {
        readonly sitrep: string;
        readonly text: string;
        /** Of this incident's situation reports, from 1. */
        readonly number: number;
      };
    }
  | { readonly type: 'AttachmentAdded'; readonly data: AttachmentFacts }
  /** The entry stays in the record; every reader shows it struck. */
  | {
      readonly type: 'EntryStruck';
      readonly data: { readonly revision: number; readonly reason: string };
    };
