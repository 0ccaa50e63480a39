import type {
  ChecklistItem,
  CommandRole,
  PlanRole,
  PlanTask,
  PlanUnits,
  ResponsePlan,
  TaskPart,
} from '@tocsin/domain';
import {
  grade,
  id,
  list,
  localized,
  longLocalized,
  object,
  oneOf,
  optional,
  seconds,
  whole,
} from './parts.ts';
import { area } from './places.ts';

const task = object<PlanTask>()({
  id,
  department: id,
  part: oneOf<TaskPart>({ lead: true, assist: true }),
  instruction: longLocalized,
  acknowledgeWithin: optional(seconds),
  finishWithin: optional(seconds),
});

const units = object<PlanUnits>()({ id, capability: id, count: whole(1, 100) });

const role = object<PlanRole>()({
  role: oneOf<CommandRole>({
    incidentCommander: true,
    safety: true,
    information: true,
    liaison: true,
    operations: true,
    planning: true,
    logistics: true,
    finance: true,
  }),
  department: id,
});

const checklistItem = object<ChecklistItem>()({ id, text: longLocalized });

export const plan = object<ResponsePlan>()({
  id,
  version: whole(1, 1_000_000),
  name: localized,
  types: list(id),
  grades: list(grade, 4),
  area: optional(area),
  responseLevel: optional(grade),
  tasks: list(task, 50),
  units: list(units, 50),
  roles: list(role, 20),
  checklist: list(checklistItem, 100),
});
