import { useState } from 'react';
import type { UnitRow } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { PopOut } from '../../panes/PopOut.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useSignal } from '../../store/signal.ts';
import { isFree, matchesUnit, takesUnits, unitsByDepartment } from '../../store/units.ts';
import { useAllRows, useRow } from '../../store/useRows.ts';
import { useBoards } from './boards.ts';
import { UnitStrip } from './UnitStrip.tsx';

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
  const text = (row: UnitRow): string =>
    [
      row.callSign,
      department(row.department),
      name(row.name),
      row.kind,
      ...row.capabilities.map(capability),
    ].join(' ');
  const tasked = open ? open.tasks.map((task) => task.department) : [];
  const order = [...tasked, ...city.city.departments.map((one) => one.id)];
  const groups = unitsByDepartment(
    rows.filter((row) => matchesUnit(text(row), filter)),
    order,
  );
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
          <div key={id} className="unit-group">
            <h3>
              {department(id)}{' '}
              <span className="quiet">{`${members.filter(isFree).length}/${members.length}`}</span>
            </h3>
            <ul>
              {members.map((row) => (
                <UnitStrip key={row.id} id={row.id} incident={open} />
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
