import { useEffect } from 'react';
import { useDesk } from '../../app/desk.ts';
import { exerciseShown } from '../../store/exercise.ts';
import { useRowsTell } from '../../store/useRows.ts';

/** Says to the header that an exercise is on the board, while a view shows the board. */
export function useExerciseShown(): void {
  const { incidents } = useDesk();
  const exercise = useRowsTell(incidents.store, (rows) => rows.some((row) => row.exercise));
  useEffect(() => {
    exerciseShown.set(exercise);
    return () => exerciseShown.set(false);
  }, [exercise]);
}
