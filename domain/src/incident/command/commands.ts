import type { CommandRole } from '../../city/plan.ts';
import type { TaskPart } from '../taskPart.ts';
import type { AttachmentFacts, RoleHolder } from './events.ts';

interface InConsultation {
  readonly consultation: string;
}

/** A task that a decision becomes at once. */
export interface DecidedTask {
  readonly task: string;
  readonly department: string;
  readonly part: TaskPart;
  readonly instruction: string;
}

export type CommandCommand =
  /** Whoever sends it takes command. */
  | { readonly type: 'TakeCommand'; readonly data: Record<never, never> }
  | { readonly type: 'AssignRole'; readonly data: RoleHolder & { readonly role: CommandRole } }
  | {
      readonly type: 'RelieveRole';
      readonly data: { readonly role: CommandRole; readonly reason: string };
    }
  | {
      readonly type: 'TransferCommand';
      readonly data: { readonly to: RoleHolder; readonly briefing: string };
    }
  | {
      readonly type: 'OpenConsultation';
      readonly data: InConsultation & {
        readonly topic: string;
        readonly participants: readonly string[];
      };
    }
  | { readonly type: 'JoinConsultation'; readonly data: InConsultation }
  | {
      readonly type: 'RecordDecision';
      readonly data: InConsultation & {
        readonly decision: string;
        readonly text: string;
        readonly becomes?: DecidedTask;
      };
    }
  | {
      readonly type: 'CloseConsultation';
      readonly data: InConsultation & { readonly summary: string };
    }
  | {
      readonly type: 'ReportSituation';
      readonly data: { readonly sitrep: string; readonly text: string };
    }
  | { readonly type: 'AddAttachment'; readonly data: AttachmentFacts }
  | {
      readonly type: 'StrikeEntry';
      readonly data: { readonly revision: number; readonly reason: string };
    };
