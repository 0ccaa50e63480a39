import type { DepotRow } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { CommitmentActions } from './CommitmentActions.tsx';
import { DepotActions } from './DepotActions.tsx';
import { RequestActions } from './RequestActions.tsx';
import { useCatalogue } from './useCatalogue.ts';

type Stock = DepotRow['stock'][number];

function StockTable({ stock }: { stock: readonly Stock[] }) {
  const { t } = useWords();
  const { item, unit } = useCatalogue();
  return (
    <table>
      <thead>
        <tr>
          {(['item', 'free', 'committed', 'out', 'lots'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`supplies.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stock.map((one) => (
          <tr key={one.item}>
            <th scope="row">
              {item(one.item)} <span className="quiet">{unit(one.item)}</span>
            </th>
            <td>{one.free}</td>
            <td>{one.committed}</td>
            <td>{one.out}</td>
            <td>
              {one.lots.map((lot) => (
                <div key={lot.lot}>
                  {lot.lot}: {lot.quantity}{' '}
                  {lot.expires !== null && (
                    <span className="quiet">{t('supplies.until', { day: lot.expires })}</span>
                  )}
                </div>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whether the depot has the item, or had. */
export const hasItem = ({ stock }: DepotRow, item: string): boolean =>
  stock.some((one) => one.item === item);

/** One depot: what it has, what it is asked for, what it reserved or gave out. */
export function DepotSection({
  row,
  placed,
}: {
  row: DepotRow;
  /** Requests that a depot which has the item is asked for; they show only at such a depot. */
  placed: ReadonlySet<string>;
}) {
  const { t, department } = useWords();
  const { depot, item, unit } = useCatalogue();
  const numbered = (number: number | null): string =>
    t('supplies.forIncident', { number: number ?? '…' });
  const requests = row.requests.filter(
    (one) => one.left > 0 && (hasItem(row, one.item) || !placed.has(one.request)),
  );
  return (
    <section className="depot" data-scope data-testid={`depot-${row.depot}`}>
      <h2>
        {depot(row.id)}{' '}
        {row.department !== null && <span className="quiet">{department(row.department)}</span>}
      </h2>
      <DepotActions row={row} />
      {row.stock.length === 0 ? (
        <p className="quiet">{t('supplies.empty')}</p>
      ) : (
        <StockTable stock={row.stock} />
      )}
      {requests.length > 0 && <h3>{t('supplies.requests')}</h3>}
      <ul>
        {requests.map((request) => (
          <li key={request.request} data-scope>
            <b>
              {item(request.item)} × {request.left} {unit(request.item)}
            </b>{' '}
            {numbered(request.incidentNumber)} · {request.requestedBy}
            {request.note !== '' && ` · ${request.note}`}
            {request.exercise && ` · ${t('supplies.exercise')}`}
            <RequestActions row={row} request={request} />
          </li>
        ))}
      </ul>
      {row.commitments.length > 0 && <h3>{t('supplies.commitments')}</h3>}
      <ul>
        {row.commitments.map((held) => (
          <li key={held.commitment} data-scope>
            <b>{item(held.item)}</b> {numbered(held.incidentNumber)}:{' '}
            {t('supplies.state', {
              committed: held.lots.reduce((sum, lot) => sum + lot.committed, 0),
              out: held.lots.reduce((sum, lot) => sum + lot.out, 0),
            })}
            {held.exercise && ` · ${t('supplies.exercise')}`}
            <CommitmentActions row={row} held={held} />
          </li>
        ))}
      </ul>
    </section>
  );
}
