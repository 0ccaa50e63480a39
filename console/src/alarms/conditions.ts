import type { IncidentRow, TaskRow, UnitRow } from '../api/types.ts';
import type { Text } from '../i18n/text.ts';
import type { Condition } from '../store/alarms.ts';
import { isEnded, isUnanswered, overdueTasks } from '../store/needs.ts';
import { isParOverdue } from '../store/units.ts';

/** What a dispatcher has to hear of: reports that nobody confirmed, tasks that nobody answered. */
export const incidentConditions = (
  rows: readonly IncidentRow[],
  now: number,
  t: Text,
  department: (id: string) => string,
): readonly Condition[] =>
  rows.flatMap((row) => {
    // Of thousands few have anything to say.
    if (row.status !== 'REPORTED' && row.tasks.length === 0) return [];
    const about = { incident: row.id, priority: row.priority };
    const number = row.number ?? '';
    const overdue = overdueTasks(row, now).map((task) => ({
      ...about,
      id: `answer ${task.id}`,
      text: t('alarm.unanswered', { number, department: department(task.department) }),
    }));
    if (row.status !== 'REPORTED') return overdue;
    const text = t('alarm.reported', { number, what: row.what });
    return [{ ...about, id: `confirm ${row.id}`, text }, ...overdue];
  });

/** Crews that did not account for themselves: nothing is more urgent. */
export const unitConditions = (rows: readonly UnitRow[], t: Text): readonly Condition[] =>
  rows.flatMap((row) =>
    isParOverdue(row) && row.active
      ? [
          {
            id: `par ${row.active.assignment}`,
            incident: row.active.incident,
            priority: 1,
            text: t('alarm.par', { callSign: row.callSign }),
          },
        ]
      : [],
  );

/** What a liaison has to hear of: each task that waits for an answer, and each urging. */
export const taskConditions = (rows: readonly TaskRow[], t: Text): readonly Condition[] =>
  rows.flatMap((row) => {
    const about = { incident: row.incident, priority: row.priority, task: row.id };
    const number = row.number ?? '';
    const urged =
      row.urged && row.status !== 'DONE' && !isEnded(row)
        ? [
            {
              ...about,
              id: `urged ${row.id} ${row.urgings}`,
              text: t('alarm.urged', { number, text: row.urged.note ?? '' }),
            },
          ]
        : [];
    if (!isUnanswered(row)) return urged;
    const text = t('alarm.task', { number, what: row.instruction });
    return [{ ...about, id: `task ${row.id} ${row.acknowledgeBy}`, text }, ...urged];
  });
