import { useEffect, useMemo, useState } from 'react';
import { incidentBoard, unitBoard } from '../../api/boards.ts';
import { useDesk } from '../../app/desk.ts';
import { go, route } from '../../app/route.ts';
import { useWords } from '../../app/words.ts';
import { exerciseShown } from '../../store/exercise.ts';
import { useSignal } from '../../store/signal.ts';
import { useAllRows } from '../../store/useRows.ts';
import { BoardsContext } from './boards.ts';
import { DispatchIncident } from './DispatchIncident.tsx';
import { Intake } from './Intake.tsx';
import { Queue } from './Queue.tsx';
import { Units } from './Units.tsx';

/**
 * The dispatcher's screen: queue, incident or intake, timeline, units. A report that is being taken
 * waits aside, as it was typed, while one looks at an incident.
 */
export default function Dispatch() {
  const { live, city, viewer } = useDesk();
  const { t } = useWords();
  const boards = useMemo(
    () => ({ incidents: incidentBoard(live, city.city.id), units: unitBoard(live, city.city.id) }),
    [live, city],
  );
  useEffect(() => {
    const stops = [boards.incidents.start(), boards.units.start()];
    return () => {
      for (const stop of stops) stop();
    };
  }, [boards]);

  const incidents = useAllRows(boards.incidents.store);
  const exercise = incidents.some((row) => row.exercise);
  useEffect(() => {
    exerciseShown.set(exercise);
    return () => exerciseShown.set(false);
  }, [exercise]);

  const [, selected = null] = useSignal(route);
  const [intake, setIntake] = useState<'none' | 'shown' | 'aside'>('none');
  const taking = intake === 'shown';
  const select = (id: string): void => {
    if (taking) setIntake('aside');
    go(['dispatch', id]);
  };
  const taken = (id: string): void => {
    setIntake('none');
    if (taking) go(['dispatch', id]);
  };
  const mayReport = viewer.may.includes('reportIncident');
  return (
    <BoardsContext value={boards}>
      <main className="dispatch">
        <Queue
          board={boards.incidents}
          selected={taking ? null : selected}
          onSelect={select}
          reporting={intake === 'aside'}
          onReport={mayReport ? () => setIntake('shown') : undefined}
        />
        {intake !== 'none' && (
          <Intake hidden={!taking} onTaken={taken} onDiscard={() => setIntake('none')} />
        )}
        {taking ? null : selected === null ? (
          <p className="pane nothing">{t('incident.none')}</p>
        ) : (
          <DispatchIncident key={selected} id={selected} />
        )}
        <Units selected={taking ? null : selected} />
      </main>
    </BoardsContext>
  );
}
