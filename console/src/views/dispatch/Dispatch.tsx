import { useEffect, useState } from 'react';
import { useDesk } from '../../app/desk.ts';
import { go, route } from '../../app/route.ts';
import { useWords } from '../../app/words.ts';
import { exerciseShown } from '../../store/exercise.ts';
import { useSignal } from '../../store/signal.ts';
import { useAllRows } from '../../store/useRows.ts';
import { DispatchIncident } from './DispatchIncident.tsx';
import { Intake } from './Intake.tsx';
import { Queue } from './Queue.tsx';
import { Units } from './Units.tsx';

/**
 * The dispatcher's screen: queue, incident or intake, timeline, units. A report that is being taken
 * waits aside, as it was typed, while one looks at an incident.
 */
export default function Dispatch() {
  const { incidents: board, viewer } = useDesk();
  const { t } = useWords();

  const incidents = useAllRows(board.store);
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
    <main className="dispatch">
      <Queue
        board={board}
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
  );
}
