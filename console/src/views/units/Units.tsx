import { useMemo, useRef, useState } from 'react';
import type { UnitRow } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { ActNow } from '../../parts/ActNow.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Gap } from '../../parts/Gap.tsx';
import { useWindow } from '../../parts/useWindow.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { useSignal } from '../../store/signal.ts';
import {
  atWorkFirst,
  isFree,
  isParOverdue,
  matchesUnit,
  stateOf,
  type UnitState,
  unitStates,
  unitsByDepartment,
} from '../../store/units.ts';
import { useAllRows } from '../../store/useRows.ts';
import '../../styles/board.css';
import '../../styles/units.css';
import { UnitItem } from './UnitItem.tsx';

type Shown = 'all' | 'par' | UnitState;

function Filters({
  rows,
  shown,
  onShown,
}: {
  rows: readonly UnitRow[];
  shown: Shown;
  onShown: (shown: Shown) => void;
}) {
  const { t } = useWords();
  const count = (state: UnitState): number => rows.filter((row) => stateOf(row) === state).length;
  return (
    <Choice
      label={t('units.show')}
      value={shown}
      onChange={onShown}
      options={[
        { value: 'all', text: `${t('queue.all')} ${rows.length}` },
        ...unitStates.map((value) => ({
          value,
          text: `${t(`units.state.${value}`)} ${count(value)}`,
        })),
        { value: 'par', text: `${t('par.overdue')} ${rows.filter(isParOverdue).length}` },
      ]}
    />
  );
}

/** The crews that have not accounted for themselves, above everything else; a press shows just them. */
function Silent({ rows, onShow }: { rows: readonly UnitRow[]; onShow: () => void }) {
  const { t } = useWords();
  const silent = rows.filter(isParOverdue);
  const [since] = silent.map(({ active }) => active?.par?.overdueSince ?? '').sort();
  if (since === undefined) return null;
  return (
    <button type="button" className="silent" data-testid="par-silent" onClick={onShow}>
      <ActNow since={since} text={t('par.overdue')} />{' '}
      <b>{silent.map(({ callSign }) => callSign).join(' ')}</b>
    </button>
  );
}

const isShown = (row: UnitRow, shown: Shown): boolean =>
  shown === 'all' || (shown === 'par' ? isParOverdue(row) : stateOf(row) === shown);

/** About a unit's height in pixels before one was drawn. */
const itemHeight = 140;

function Members({ rows }: { rows: readonly UnitRow[] }) {
  const list = useRef<HTMLUListElement>(null);
  const ids = useMemo(() => rows.map(({ id }) => id), [rows]);
  const parts = useWindow(list, ids, itemHeight);
  return (
    <ul ref={list} className="unit-items">
      {parts.map((part) => {
        if (typeof part !== 'number')
          return <Gap key={`gap ${part.at}`} as="li" height={part.gap} />;
        const row = rows[part];
        return row && <UnitItem key={row.id} row={row} place={part + 1} of={rows.length} />;
      })}
    </ul>
  );
}

/** Every unit that the viewer sees, live, by department: what it is at and what may be done with it. */
export default function Units() {
  const { city, units: board } = useDesk();
  const { t, department, name, capability } = useWords();
  const rows = useAllRows(board.store);
  const state = useSignal(board.state);
  const [shown, setShown] = useState<Shown>('all');
  const [chosen, setChosen] = useState('');
  const [filter, setFilter] = useState('');
  const text = (row: UnitRow): string =>
    [row.callSign, name(row.name), row.station, ...row.capabilities.map(capability)].join(' ');
  const departments = city.city.departments.filter(({ id }) =>
    rows.some((row) => row.department === id),
  );
  const ofDepartment = rows.filter((row) => chosen === '' || row.department === chosen);
  const groups = unitsByDepartment(
    ofDepartment.filter((row) => isShown(row, shown) && matchesUnit(text(row), filter)),
    departments.map(({ id }) => id),
    atWorkFirst,
  );
  if (rows.length === 0 && state === 'loading') return <Waiting rows={12} />;
  return (
    <main className="board" data-testid="units">
      <div className="board-head">
        <h1>{t('view.units')}</h1>
        <Filters rows={ofDepartment} shown={shown} onShown={setShown} />
        {departments.length > 1 && (
          <select
            aria-label={t('units.department')}
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            <option value="">{t('units.everyDepartment')}</option>
            {departments.map(({ id }) => (
              <option key={id} value={id}>
                {department(id)}
              </option>
            ))}
          </select>
        )}
        <input
          type="search"
          aria-label={t('units.filter')}
          placeholder={t('units.filter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      {shown !== 'par' && <Silent rows={ofDepartment} onShow={() => setShown('par')} />}
      {state === 'failed' && <Failed />}
      {state === 'live' && rows.length === 0 && <p className="nothing">{t('units.empty')}</p>}
      {rows.length > 0 && groups.length === 0 && (
        <p className="nothing">{t('units.emptyFilter')}</p>
      )}
      {groups.map(([id, members]) => (
        <section key={id} aria-label={department(id)}>
          <h2>
            {department(id)}{' '}
            <span className="quiet">
              {t('units.freeCount', { free: members.filter(isFree).length, total: members.length })}
            </span>
          </h2>
          <Members rows={members} />
        </section>
      ))}
    </main>
  );
}
