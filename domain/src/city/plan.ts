import type { TaskPart } from '../incident/taskPart.ts';
import type { Localized } from '../text.ts';
import type { Grade } from './levels.ts';
import type { Area } from './rules.ts';

// Stored shape: add, never change.

/** The roles of the Incident Command System that a plan or a commander can fill. */
export type CommandRole =
  | 'incidentCommander'
  | 'safety'
  | 'information'
  | 'liaison'
  | 'operations'
  | 'planning'
  | 'logistics'
  | 'finance';

/** What the city does about an incident, 1 (everything) to 4. */
export type ResponseLevel = 1 | 2 | 3 | 4;

export interface PlanTask {
  readonly id: string;
  readonly department: string;
  readonly part: TaskPart;
  readonly instruction: Localized;
  /** Seconds from the assignment; left out: as the city's deadlines say. */
  readonly acknowledgeWithin?: number;
  readonly finishWithin?: number;
}
export interface PlanUnits {
  readonly id: string;
  readonly capability: string;
  readonly count: number;
}
export interface PlanRole {
  readonly role: CommandRole;
  /** Whose duty officer fills it. */
  readonly department: string;
}
export interface ChecklistItem {
  readonly id: string;
  readonly text: Localized;
}

/** A run card: what to do for a type, grade and area. A suggestion until it is applied. */
export interface ResponsePlan {
  readonly id: string;
  /** Raised with every change; an incident keeps the version it was given. */
  readonly version: number;
  readonly name: Localized;
  /** Incident types; empty: all. */
  readonly types: readonly string[];
  /** Empty: all. */
  readonly grades: readonly Grade[];
  /** Left out: the whole city. */
  readonly area?: Area;
  readonly responseLevel?: ResponseLevel;
  readonly tasks: readonly PlanTask[];
  readonly units: readonly PlanUnits[];
  readonly roles: readonly PlanRole[];
  readonly checklist: readonly ChecklistItem[];
}
