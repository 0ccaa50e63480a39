import { useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import type { ActionId } from '../../actions/definitions.ts';
import { commitStock, declineSupplyRequest } from '../../api/documents/supplies.ts';
import type { DepotRow } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { CommandForm } from '../command/CommandForm.tsx';
import { useCatalogue } from './useCatalogue.ts';

const actions = {
  commitStock: 'reserve',
  declineSupplyRequest: 'declineSupplies',
} as const satisfies Readonly<Record<string, ActionId>>;

/** A request put to a depot: reserve for it, or decline. */
export function RequestActions({
  row,
  request,
}: {
  row: DepotRow;
  request: DepotRow['requests'][number];
}) {
  const { t } = useWords();
  const { may } = useCatalogue();
  const [open, setOpen] = useState<'commitStock' | 'declineSupplyRequest' | null>(null);
  const close = (): void => setOpen(null);
  const free = row.stock.find(({ item }) => item === request.item)?.free ?? 0;
  return (
    <>
      <div className="buttons">
        {(['commitStock', 'declineSupplyRequest'] as const)
          .filter((act) => may(row.id, act))
          .map((act) => (
            <ActionButton key={act} action={actions[act]} onClick={() => setOpen(act)}>
              {t(`supplies.${act}`)}
            </ActionButton>
          ))}
      </div>
      {open === 'commitStock' && (
        <CommandForm
          document={commitStock}
          submit={t('supplies.commitStock')}
          initial={{ quantity: `${Math.min(free, request.left)}` }}
          onDone={close}
          fields={[
            { name: 'quantity', label: t('supplies.quantity'), kind: 'number' },
            { name: 'note', label: t('supplies.note'), optional: true },
          ]}
          said={({ quantity, note = '' }) => ({
            depot: row.id,
            request: request.request,
            movement: {
              commitment: crypto.randomUUID(),
              quantity: Number(quantity),
              note,
            },
          })}
        />
      )}
      {open === 'declineSupplyRequest' && (
        <CommandForm
          document={declineSupplyRequest}
          submit={t('supplies.declineSupplyRequest')}
          onDone={close}
          fields={[{ name: 'reason', label: t('supplies.reason') }]}
          said={({ reason = '' }) => ({ depot: row.id, request: request.request, reason })}
        />
      )}
    </>
  );
}
