import type {
  Area,
  CommandRole,
  Grade,
  Localized,
  PlanTask,
  ResponseLevel,
  ResponsePlan,
} from '@tocsin/domain';

type Words = readonly [zh: string, en: string];
/** A department and what it is told to do; then its minutes to acknowledge and to finish. */
export type Order = readonly [department: string, ...Words, acknowledge?: number, finish?: number];

export interface PlanDraft {
  readonly id: string;
  readonly name: Words;
  readonly types: readonly string[];
  readonly grades?: readonly Grade[];
  readonly area?: Area;
  readonly level?: ResponseLevel;
  /** The first order is the lead's. */
  readonly orders: readonly Order[];
  /** How many units of a capability. */
  readonly units: Readonly<Record<string, number>>;
  readonly roles: Partial<Readonly<Record<CommandRole, string>>>;
  readonly checklist: readonly Words[];
}

const localized = ([zh, en]: Words): Localized => ({ zh, en });

const seconds = (minutes: number | undefined, key: 'acknowledgeWithin' | 'finishWithin') =>
  minutes === undefined ? {} : { [key]: minutes * 60 };

const task = ([department, zh, en, acknowledge, finish]: Order, index: number): PlanTask => ({
  id: department,
  department,
  part: index === 0 ? 'lead' : 'assist',
  instruction: { zh, en },
  ...seconds(acknowledge, 'acknowledgeWithin'),
  ...seconds(finish, 'finishWithin'),
});

export const plan = (draft: PlanDraft): ResponsePlan => ({
  id: draft.id,
  version: 1,
  name: localized(draft.name),
  types: draft.types,
  grades: draft.grades ?? [],
  ...(draft.area && { area: draft.area }),
  ...(draft.level && { responseLevel: draft.level }),
  tasks: draft.orders.map(task),
  units: Object.entries(draft.units).map(([capability, count]) => ({
    id: capability,
    capability,
    count,
  })),
  roles: Object.entries(draft.roles).map(([role, department]) => ({
    role: role as CommandRole,
    department,
  })),
  checklist: draft.checklist.map((words, index) => ({
    id: `check-${index + 1}`,
    text: localized(words),
  })),
});
