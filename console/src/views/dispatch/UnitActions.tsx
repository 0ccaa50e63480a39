import { useRow } from '../../store/useRows.ts';
import { AssignmentActions } from '../units/AssignmentActions.tsx';
import { useBoards } from './boards.ts';

/** What may be done with a commitment of the incident, by the unit as it now stands. */
export function UnitActions({ unit, assignment }: { unit: string; assignment: string }) {
  const { units } = useBoards();
  const row = useRow(units.store, unit);
  return row ? <AssignmentActions row={row} assignment={assignment} /> : null;
}
