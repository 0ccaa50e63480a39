import { useState } from 'react';
import { commitStock, declineSupplyRequest } from '../../api/documents/supplies.ts';
import type { DepotRow } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { SupplyForm } from './SupplyForm.tsx';

/** A request put to a depot: reserve for it, or decline. */
export function RequestActions({
  row,
  request,
}: {
  row: DepotRow;
  request: DepotRow['requests'][number];
}) {
  const { t } = useWords();
  const [open, setOpen] = useState<'commitStock' | 'declineSupplyRequest' | null>(null);
  const close = (): void => setOpen(null);
  const free = row.stock.find(({ item }) => item === request.item)?.free ?? 0;
  return (
    <>
      <div className="buttons">
        {(['commitStock', 'declineSupplyRequest'] as const)
          .filter((act) => row.may.includes(act))
          .map((act) => (
            <button key={act} type="button" onClick={() => setOpen(act)}>
              {t(`supplies.${act}`)}
            </button>
          ))}
      </div>
      {open === 'commitStock' && (
        <SupplyForm
          document={commitStock}
          submit={t('supplies.commitStock')}
          onDone={close}
          asks={[
            {
              name: 'quantity',
              label: t('supplies.quantity'),
              type: 'number',
              initial: String(Math.min(free, request.left)),
            },
            { name: 'note', label: t('supplies.note'), optional: true },
          ]}
          said={(of) => ({
            depot: row.id,
            request: request.request,
            movement: {
              commitment: crypto.randomUUID(),
              quantity: Number(of('quantity')),
              note: of('note'),
            },
          })}
        />
      )}
      {open === 'declineSupplyRequest' && (
        <SupplyForm
          document={declineSupplyRequest}
          submit={t('supplies.declineSupplyRequest')}
          onDone={close}
          asks={[{ name: 'reason', label: t('supplies.reason') }]}
          said={(of) => ({ depot: row.id, request: request.request, reason: of('reason') })}
        />
      )}
    </>
  );
}
