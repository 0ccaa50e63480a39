import { go } from '../app/route.ts';
import { useWords } from '../app/words.ts';
import { PriorityMark } from '../parts/PriorityMark.tsx';
import { useSignal } from '../store/signal.ts';
import { useRow } from '../store/useRows.ts';
import { useBoards } from '../views/dispatch/boards.ts';
import { DispatchIncident } from '../views/dispatch/DispatchIncident.tsx';
import { openIncidents } from './openIncidents.ts';
import { PopOut } from './PopOut.tsx';

function Tab({ id, shown }: { id: string; shown: boolean }) {
  const { incidents } = useBoards();
  const { t, type } = useWords();
  const row = useRow(incidents.store, id);
  const close = (): void => {
    const next = openIncidents.close(id);
    if (shown) go(next === null ? ['dispatch'] : ['dispatch', next]);
  };
  const number = row?.number ?? t('panes.offBoard');
  return (
    <li className="incident-tab" data-shown={shown}>
      <button
        type="button"
        className="plain"
        aria-current={shown ? 'true' : undefined}
        onClick={() => go(['dispatch', id])}
      >
        {row !== undefined && <PriorityMark priority={row.priority} />} <b>{number}</b>{' '}
        {row !== undefined && (row.type === null ? row.what : type(row.type))}
      </button>
      <button
        type="button"
        className="plain"
        aria-label={t('panes.closeTab', { number })}
        onClick={close}
      >
        <span aria-hidden="true">×</span>
      </button>
    </li>
  );
}

/** The incidents that are open at once; those aside stay as they were left, with what was typed. */
export function IncidentTabs({ selected, hidden }: { selected: string | null; hidden: boolean }) {
  const { t } = useWords();
  const opened = useSignal(openIncidents);
  const open = selected === null || opened.includes(selected) ? opened : [...opened, selected];
  // The shown one first: of all that stay, it is the one that is never moved in the page.
  const ordered = selected === null ? open : [selected, ...open.filter((id) => id !== selected)];
  return (
    <div className="incident-place" hidden={hidden}>
      {open.length > 0 && (
        <div className="tab-bar">
          <ul aria-label={t('panes.open')}>
            {open.map((id) => (
              <Tab key={id} id={id} shown={id === selected} />
            ))}
          </ul>
          {selected !== null && <PopOut pane={['incident', selected]} />}
        </div>
      )}
      {selected === null && <p className="nothing">{t('incident.none')}</p>}
      {ordered.map((id) => (
        <div key={id} className="incident-sheet-place" hidden={id !== selected}>
          <DispatchIncident id={id} />
        </div>
      ))}
    </div>
  );
}
