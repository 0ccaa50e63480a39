import type {
  Actor,
  CancelReason,
  Channel,
  CommandRole,
  CommitmentStage,
  EscalationAddressee,
  IncidentClass,
  IncidentStatus,
  Posture,
  Role,
  TaskPart,
  TaskStatus,
} from '@tocsin/domain';
import { builder } from './builder.ts';

type Exactly<All extends string, Given extends readonly string[]> = [All] extends [Given[number]]
  ? Given
  : never;

const screaming = (word: string): string => word.replace(/[A-Z]/g, '_$&').toUpperCase();

/** An enum of the domain's words, all of them: `enRoute` is `EN_ROUTE`. */
export const enumOf =
  <All extends string>(name: string) =>
  <const Given extends readonly All[]>(...words: Exactly<All, Given>) => {
    const values: Record<string, { value: All }> = {};
    for (const value of words) values[screaming(value)] = { value: value as All };
    return builder.enumType(name, { values });
  };

export const RoleEnum = enumOf<Role>('Role')(
  'dispatcher',
  'liaison',
  'commander',
  'auditor',
  'administrator',
);
export const ActorKind = enumOf<Actor['kind']>('ActorKind')(
  'person',
  'importer',
  'policy',
  'system',
);
export const IncidentStatusEnum = enumOf<Exclude<IncidentStatus, 'none'>>('IncidentStatus')(
  'reported',
  'confirmed',
  'responding',
  'contained',
  'resolved',
  'closed',
  'cancelled',
  'merged',
);
export const TaskStatusEnum = enumOf<TaskStatus>('TaskStatus')(
  'assigned',
  'delivered',
  'seen',
  'accepted',
  'started',
  'done',
  'verified',
  'objected',
  'returned',
  'cancelled',
);
export const PostureEnum = enumOf<Posture>('Posture')('routine', 'alert', 'emergency');
export const TaskPartEnum = enumOf<TaskPart>('TaskPart')('lead', 'assist');
export const StageEnum = enumOf<CommitmentStage>('Stage')(
  'stacked',
  'dispatched',
  'enRoute',
  'onScene',
  'transporting',
  'atDestination',
  'cleared',
  'cancelled',
);
export const IncidentClassEnum = enumOf<IncidentClass>('IncidentClass')(
  'naturalDisaster',
  'accidentDisaster',
  'publicHealth',
  'socialSecurity',
);
export const ChannelEnum = enumOf<Channel>('Channel')(
  'phone',
  'hotline',
  'citizen',
  'inspector',
  'camera',
  'sensor',
  'agency',
);
export const CancelReasonEnum = enumOf<CancelReason>('CancelReason')('false', 'duplicate', 'test');
export const AddresseeEnum = enumOf<EscalationAddressee>('Addressee')(
  'liaison',
  'dutyOfficer',
  'commandCentre',
);

export const CommandRoleEnum = enumOf<CommandRole>('CommandRole')(
  'incidentCommander',
  'safety',
  'information',
  'liaison',
  'operations',
  'planning',
  'logistics',
  'finance',
);
export const LanguageEnum = builder.enumType('Language', { values: ['zh_CN', 'en'] as const });
