import { type Department, mostListed, type OpenWork, type Person } from '@tocsin/domain';
import {
  type ActionRow,
  actionRows,
  type IncidentRow,
  incidentRows,
  type TaskRow,
  taskRows,
} from '@tocsin/projections/queries';
import type { Pool } from 'pg';
import { departmentSubject, may } from './rules/index.ts';
import { viewerOf } from './session/people.ts';

/** Open rows that are counted for a handover. */
const mostCounted = 5_000;

/**
 * Whether somebody can be on duty at a department's desk: whoever speaks for the department, at the
 * command centre those who speak for none.
 */
export function mayBeOnDuty(person: Person, city: string, department: Department): boolean {
  const { id, takesTasks } = department;
  const belongs = person.department === undefined ? !takesTasks : person.department === id;
  return belongs && may(viewerOf(person), 'takeDuty', departmentSubject(city, id));
}

const listedIncident = ({ id, number, what, status }: IncidentRow) => ({
  id,
  number,
  what,
  status,
});
const listedTask = ({ id, incident, number, instruction, status, finishBy }: TaskRow) => ({
  id,
  incident,
  number,
  instruction,
  status,
  finishBy,
});

const listedAction = ({ id, incident, number, text, status, dueBy }: ActionRow) => ({
  id,
  incident,
  number,
  text,
  status,
  dueBy,
});

/** The incidents of these tasks, once each. */
function incidentsOf(tasks: readonly TaskRow[]): OpenWork['incidents'] {
  const found = new Map(
    tasks.map(({ incident: id, number, what, incidentStatus: status }) => [
      id,
      { id, number, what, status },
    ]),
  );
  return [...found.values()];
}

/**
 * What is open at a department as the boards have it now: its tasks, their incidents and its
 * corrective actions; at the command centre every open incident and corrective action.
 */
export async function openWork(
  pool: Pool,
  city: string,
  { id: department, takesTasks }: Department,
): Promise<OpenWork> {
  const limit = mostCounted;
  const tasks = await taskRows(pool, { city, department, ended: false, limit });
  const mine = takesTasks ? { department } : {};
  const actions = await actionRows(pool, { city, ...mine, ended: false, limit });
  const all = takesTasks ? undefined : await incidentRows(pool, { city, closed: false, limit });
  const incidents = all ? all.rows.map(listedIncident) : incidentsOf(tasks.rows);
  return {
    position: `${(all ?? tasks).position}`,
    counts: { incidents: incidents.length, tasks: tasks.rows.length, actions: actions.rows.length },
    incidents: incidents.slice(0, mostListed),
    tasks: tasks.rows.slice(0, mostListed).map(listedTask),
    actions: actions.rows.slice(0, mostListed).map(listedAction),
  };
}
