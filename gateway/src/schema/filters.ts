import {
  type IncidentFilter,
  type IncidentRow,
  incidentMatches,
  type Snapshot,
  type TaskFilter,
  type TaskRow,
  taskMatches,
  type UnitFilter,
  type UnitRow,
  unitMatches,
} from '@tocsin/projections/queries';
import { refuse } from '../operation/refusal.ts';
import { mostRows } from './board.ts';
import { builder } from './builder.ts';
import { IncidentStatusEnum, StageEnum, TaskStatusEnum } from './enums.ts';
import { given } from './given.ts';

/** The most values that a filter may name of a kind. */
const mostValues = 100;

const description = 'Rows that fit every part; a part that is left out or empty restricts nothing.';

export const IncidentFilterInput = builder.inputType('IncidentFilterInput', {
  description,
  fields: (t) => ({
    departments: t.idList({
      required: false,
      description: 'That have or had a task in it, or are responsible for it.',
    }),
    statuses: t.field({ type: [IncidentStatusEnum], required: false }),
    grades: t.intList({ required: false }),
    cells: t.idList({ required: false }),
    districts: t.idList({ required: false }),
    overdue: t.boolean({
      required: false,
      description: 'A task in it was escalated or not done in time, or a unit has not answered.',
    }),
  }),
});

export const TaskFilterInput = builder.inputType('TaskFilterInput', {
  description,
  fields: (t) => ({
    statuses: t.field({ type: [TaskStatusEnum], required: false }),
    grades: t.intList({ required: false }),
    cells: t.idList({ required: false }),
    districts: t.idList({ required: false }),
    overdue: t.boolean({
      required: false,
      description: 'It was escalated, or is not done in time.',
    }),
  }),
});

export const UnitFilterInput = builder.inputType('UnitFilterInput', {
  description,
  fields: (t) => ({
    departments: t.idList({ required: false }),
    stages: t.field({
      type: [StageEnum],
      required: false,
      description: 'Of its active assignment.',
    }),
    available: t.boolean({
      required: false,
      description: 'On duty, neither assigned nor in reserve.',
    }),
    overdue: t.boolean({
      required: false,
      description: 'It has not accounted for itself in time.',
    }),
  }),
});

type Matches<Row> = ((row: Row) => boolean) | undefined;

/** The predicate of a filter as it was given; undefined without one. Refuses one that names too much. */
function predicate<Filter extends object, Row>(
  matches: (filter: Filter, row: Row) => boolean,
  filter: object | null | undefined,
): Matches<Row> {
  if (!filter) return undefined;
  const parts = given(filter) as Filter;
  const tooMany = Object.values(parts).some(
    (part) => Array.isArray(part) && part.length > mostValues,
  );
  if (tooMany) refuse('outOfRange', { min: 0, max: mostValues }, 'filter');
  return (row) => matches(parts, row);
}

type Given = object | null | undefined;
export const incidentsThat = (filter: Given): Matches<IncidentRow> =>
  predicate<IncidentFilter, IncidentRow>(incidentMatches, filter);
export const tasksThat = (filter: Given): Matches<TaskRow> =>
  predicate<TaskFilter, TaskRow>(taskMatches, filter);
export const unitsThat = (filter: Given): Matches<UnitRow> =>
  predicate<UnitFilter, UnitRow>(unitMatches, filter);

/** A board's first rows, those that match: a filter looks at all rows, not at the first ones. */
export async function rowsThat<Row>(
  matches: Matches<Row>,
  limit: number,
  read: (limit: number) => Promise<Snapshot<Row>>,
): Promise<Snapshot<Row>> {
  if (!matches) return read(limit);
  const board = await read(mostRows);
  return { ...board, rows: board.rows.filter(matches).slice(0, limit) };
}
