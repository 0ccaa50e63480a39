import { useEffect } from 'react';
import { useDesk } from '../app/desk.ts';
import { go, route } from '../app/route.ts';
import { useWords } from '../app/words.ts';
import { useSignal } from '../store/signal.ts';
import { useAllRows } from '../store/useRows.ts';
import { useBoards } from '../views/dispatch/boards.ts';
import { DispatchIncident } from '../views/dispatch/DispatchIncident.tsx';
import { Queue } from '../views/dispatch/Queue.tsx';
import { Units } from '../views/dispatch/Units.tsx';
import { useExerciseShown } from '../views/dispatch/useExerciseShown.ts';
import { MapPane } from '../views/map/MapPane.tsx';
import { tellChosen, useChosenBeside } from './beside.ts';

/** An incident by its id, or by the number that people say. */
function OneIncident({ named }: { named: string }) {
  const { incidents } = useBoards();
  const { t } = useWords();
  const rows = useAllRows(incidents.store);
  const state = useSignal(incidents.state);
  const byNumber = /^\d{1,9}$/.test(named)
    ? rows.find((row) => row.number === Number(named))?.id
    : named;
  if (byNumber === undefined)
    return state === 'loading' ? null : <p className="pane nothing">{t('incident.gone')}</p>;
  return (
    <div className="incident-sheet-place">
      <DispatchIncident id={byNumber} />
    </div>
  );
}

function Shown({ name, chosen }: { name: string; chosen: string | null }) {
  const { incidents } = useBoards();
  const { t } = useWords();
  const select = (id: string): void => {
    go(['pane', name, id]);
    tellChosen(id);
  };
  // An incident's window stays with its incident.
  useChosenBeside((id) => {
    if (name !== 'incident') go(['pane', name, id], true);
  });
  switch (name) {
    case 'queue':
      return (
        <Queue
          board={incidents}
          selected={chosen}
          onSelect={select}
          reporting={false}
          onReport={undefined}
        />
      );
    case 'map':
      return <MapPane selected={chosen} onSelect={select} />;
    case 'units':
      return <Units selected={chosen} />;
    case 'incident':
      return <OneIncident named={chosen ?? ''} />;
    default:
      return <p className="pane nothing">{t('panes.unknown', { name })}</p>;
  }
}

/** One pane of the dispatch view in a window of its own: `#/pane/map`, `#/pane/incident/1042`. */
export default function Pane() {
  const { city } = useDesk();
  const { t, name } = useWords();
  const [, pane = '', chosen = null] = useSignal(route);
  useExerciseShown();
  useEffect(() => {
    document.title = `${t('app.title')} · ${name(city.city.name)} · ${pane} ${chosen ?? ''}`;
  }, [t, name, city, pane, chosen]);
  return (
    <main className="one-pane">
      <Shown name={pane} chosen={chosen} />
    </main>
  );
}
