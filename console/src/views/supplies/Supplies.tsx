import { useEffect, useMemo, useState } from 'react';
import { depotBoard } from '../../api/depotBoard.ts';
import type { DepotRow } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useSignal } from '../../store/signal.ts';
import { useAllRows } from '../../store/useRows.ts';
import '../../styles/supplies.css';
import { DepotSection, hasItem } from './DepotSection.tsx';
import { useCatalogue } from './useCatalogue.ts';

/** What a person should look after: items that run low, lots whose day is near or past. */
function Alarms({ rows }: { rows: readonly DepotRow[] }) {
  const { t } = useWords();
  const { depot, item } = useCatalogue();
  const alarms = rows.flatMap((row) =>
    row.stock.flatMap((stock) => {
      const at = `${depot(row.id)} · ${item(stock.item)}`;
      const low = stock.low ? [`${at}: ${t('supplies.low', { free: stock.free })}`] : [];
      const lots = stock.lots.flatMap(({ lot, notice, expires }) =>
        notice === null
          ? []
          : [`${at} · ${lot}: ${t(`supplies.notice.${notice}`, { day: expires ?? '' })}`],
      );
      return [...low, ...lots];
    }),
  );
  if (alarms.length === 0) return <p className="quiet">{t('supplies.noAlarms')}</p>;
  return (
    <ul className="stock-alarms" data-testid="supply-alarms">
      {alarms.map((alarm) => (
        <li key={alarm}>
          <b aria-hidden="true">!</b> {alarm}
        </li>
      ))}
    </ul>
  );
}

/** The city's depots as they stand, live: alarms first, then depot by depot. */
export default function Supplies() {
  const { live, city, viewer } = useDesk();
  const { t, department } = useWords();
  const { depot, item } = useCatalogue();
  const [filter, setFilter] = useState('');
  const board = useMemo(() => depotBoard(live, city.city.id), [live, city]);
  useEffect(() => board.start(), [board]);
  const state = useSignal(board.state);
  const rows = useAllRows(board.store);
  const placed = new Set(
    rows.flatMap((row) =>
      row.requests.filter((one) => hasItem(row, one.item)).map((one) => one.request),
    ),
  );
  const own = (row: DepotRow): number => (row.department === viewer.department ? 0 : 1);
  const namesOf = (row: DepotRow): readonly string[] => [
    depot(row.id),
    ...(row.department === null ? [] : [department(row.department)]),
    ...row.stock.map((stock) => item(stock.item)),
  ];
  const wanted = filter.trim().toLowerCase();
  const shown = rows
    .filter((row) => namesOf(row).some((name) => name.toLowerCase().includes(wanted)))
    .toSorted((a, b) => own(a) - own(b));
  if (rows.length === 0 && state === 'loading') return <Waiting />;
  if (rows.length === 0 && state === 'failed')
    return <Failed onRetry={() => window.location.reload()} />;
  return (
    <main className="supplies">
      <h1>{t('view.supplies')}</h1>
      <input
        type="search"
        aria-label={t('supplies.filter')}
        placeholder={t('supplies.filter')}
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <Alarms rows={rows} />
      {rows.length === 0 && <p>{t('supplies.noDepots')}</p>}
      {rows.length > 0 && shown.length === 0 && <p>{t('supplies.emptyFilter')}</p>}
      {shown.map((row) => (
        <DepotSection key={row.id} row={row} placed={placed} />
      ))}
    </main>
  );
}
