import { memo, useMemo, useRef, useState } from 'react';
import type { IncidentRow, UnitRow } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { PopOut } from '../../panes/PopOut.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Gap } from '../../parts/Gap.tsx';
import { useWindow } from '../../parts/useWindow.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { useSignal } from '../../store/signal.ts';
import { isFree, matchesUnit, takesUnits, unitsByDepartment } from '../../store/units.ts';
import { useAllRows, useRow } from '../../store/useRows.ts';
import { useBoards } from './boards.ts';
import { UnitStrip } from './UnitStrip.tsx';

/** A strip's height in pixels where nothing is said of its last command. */
const stripHeight = 34;

const Group = memo(function Group({
  department,
  members,
  incident,
}: {
  department: string;
  members: readonly UnitRow[];
  incident: IncidentRow | undefined;
}) {
  const words = useWords();
  const list = useRef<HTMLUListElement>(null);
  const ids = useMemo(() => members.map(({ id }) => id), [members]);
  const parts = useWindow(list, ids, stripHeight);
  return (
    <div className="unit-group">
      <h3>
        {words.department(department)}{' '}
        <span className="quiet">{`${members.filter(isFree).length}/${members.length}`}</span>
      </h3>
      <ul ref={list}>
        {parts.map((part) => {
          if (typeof part !== 'number')
            return <Gap key={`gap ${part.at}`} as="li" height={part.gap} />;
          const id = ids[part] ?? '';
          return (
            <UnitStrip key={id} id={id} place={part + 1} of={ids.length} incident={incident} />
          );
        })}
      </ul>
    </div>
  );
});

/** Every unit of the city by department; the available ones can be sent to the chosen incident. */
export function Units({ selected }: { selected: string | null }) {
  const { city } = useDesk();
  const { units, incidents } = useBoards();
  const { t, department, name, capability } = useWords();
  const rows = useAllRows(units.store);
  const state = useSignal(units.state);
  const incident = useRow(incidents.store, selected ?? '');
  const [filter, setFilter] = useState('');
  const open = incident && takesUnits(incident.status) ? incident : undefined;
  const tasked = open ? open.tasks.map((task) => task.department).join() : '';
  const groups = useMemo(() => {
    const text = (row: UnitRow): string =>
      [
        row.callSign,
        department(row.department),
        name(row.name),
        row.kind,
        ...row.capabilities.map(capability),
      ].join(' ');
    const order = [...tasked.split(','), ...city.city.departments.map((one) => one.id)];
    const found = filter === '' ? rows : rows.filter((row) => matchesUnit(text(row), filter));
    return unitsByDepartment(found, order);
  }, [rows, filter, tasked, city, department, name, capability]);
  return (
    <section className="pane units" aria-label={t('units.title')}>
      <div className="pane-head">
        <h2>{t('units.title')}</h2>
        <span className="quiet">
          {t('units.freeCount', { free: rows.filter(isFree).length, total: rows.length })}
        </span>
        <span className="quiet">
          {open ? t('units.forIncident', { number: open.number }) : t('units.chooseIncident')}
        </span>
        <input
          type="search"
          aria-label={t('units.filter')}
          placeholder={t('units.filter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
        <PopOut pane={['units']} />
      </div>
      {state === 'loading' && <Waiting rows={3} />}
      {state === 'failed' && <Failed />}
      {state === 'live' && rows.length === 0 && <p className="nothing">{t('units.empty')}</p>}
      <div className="unit-groups">
        {groups.map(([id, members]) => (
          <Group key={id} department={id} members={members} incident={open} />
        ))}
      </div>
    </section>
  );
}
