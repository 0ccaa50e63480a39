import type { IncidentEvent, Stored } from '@tocsin/domain';
import type { IncidentRow, UnitRow } from '../queries/rows.ts';
import { type UnitStage, type UnitTimes, unitStages } from './times.ts';

const isMeasured = (stage: string): stage is UnitStage =>
  unitStages.some((known) => known === stage);

/** @param unitOf the unit's row, which says its home station */
export function unitTimes(
  { city, number, exercise, position }: IncidentRow,
  { type, data, meta }: Stored<IncidentEvent>,
  unitOf: (unit: string) => UnitRow | undefined,
): UnitTimes | undefined {
  const at = meta.occurredAt;
  const common = { of: 'unit', city, incident: number, exercise, position, at } as const;
  switch (type) {
    case 'UnitCommitted': {
      const { assignment, department, unit, stacked } = data;
      const stages = stacked ? {} : { dispatched: at };
      // A station is a text of people's, a line a row.
      const station = unitOf(unit)?.station.replaceAll(/[\r\n]+/g, ' ');
      return { ...common, assignment, department, station, stages };
    }
    case 'UnitStageRecorded': {
      const { assignment, stage } = data;
      return isMeasured(stage) ? { ...common, assignment, stages: { [stage]: at } } : undefined;
    }
    case 'UnitWithdrawn':
      return { ...common, assignment: data.assignment, stages: { withdrawn: at } };
    default:
      return undefined;
  }
}

/** Both together, of the same assignment: what was known first stands. */
export const joinedUnitTimes = (first: UnitTimes, later: UnitTimes): UnitTimes => ({
  ...later,
  at: first.at,
  department: first.department ?? later.department,
  station: first.station ?? later.station,
  stages: { ...later.stages, ...first.stages },
});
