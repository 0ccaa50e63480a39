import type { Definition } from './definition.ts';
import { atConsole } from './definitions/atConsole.ts';
import { commanding } from './definitions/commanding.ts';
import { elsewhere } from './definitions/elsewhere.ts';
import { incidents } from './definitions/incidents.ts';
import { supplies } from './definitions/supplies.ts';
import { tasks } from './definitions/tasks.ts';
import { units } from './definitions/units.ts';

/** Every action of the console. */
export const definitions = {
  ...incidents,
  ...tasks,
  ...units,
  ...supplies,
  ...commanding,
  ...elsewhere,
  ...atConsole,
} as const;

export type ActionId = keyof typeof definitions;
export const actionIds = Object.keys(definitions) as readonly ActionId[];
export const definitionOf = (id: ActionId): Definition => definitions[id];

const idsOf = (part: Readonly<Partial<Record<ActionId, Definition>>>): readonly ActionId[] =>
  actionIds.filter((id) => Object.hasOwn(part, id));

/** The actions by what they are about, as the list of them is read. */
export const actionGroups = [
  { name: 'help.about.console', ids: idsOf(atConsole) },
  { name: 'help.about.incidents', ids: idsOf(incidents) },
  { name: 'help.about.tasks', ids: idsOf(tasks) },
  { name: 'help.about.units', ids: idsOf(units) },
  { name: 'help.about.supplies', ids: idsOf(supplies) },
  { name: 'help.about.commanding', ids: idsOf(commanding) },
  { name: 'help.about.elsewhere', ids: idsOf(elsewhere) },
] as const;
