import { useState } from 'react';
import { countStock, replenishStock, writeOffStock } from '../../api/documents/supplies.ts';
import type { DepotRow } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { SupplyForm } from './SupplyForm.tsx';
import { useCatalogue } from './useCatalogue.ts';

const acts = ['replenishStock', 'countStock', 'writeOffStock'] as const;
type Act = (typeof acts)[number];
const reasons = ['EXPIRED', 'DAMAGED', 'LOST'] as const;

/** What a depot's own people do with its stock: take in, count, write off. */
export function DepotActions({ row }: { row: DepotRow }) {
  const { t } = useWords();
  const { items, item } = useCatalogue();
  const [open, setOpen] = useState<Act | null>(null);
  const close = (): void => setOpen(null);
  const mayDo = acts.filter((act) => row.may.includes(act));
  const lots = row.stock.flatMap((stock) =>
    stock.lots.map(({ lot }) => ({
      value: JSON.stringify([stock.item, lot]),
      text: `${item(stock.item)} · ${lot}`,
    })),
  );
  const lotOf = (value: string): { item: string; lot: string } => {
    const [of = '', lot = ''] = value === '' ? [] : (JSON.parse(value) as string[]);
    return { item: of, lot };
  };
  const lot = { name: 'lot', label: t('supplies.lot'), options: lots };
  return (
    <>
      <div className="buttons">
        {mayDo.map((act) => (
          <button key={act} type="button" aria-expanded={open === act} onClick={() => setOpen(act)}>
            {t(`supplies.${act}`)}
          </button>
        ))}
      </div>
      {open === 'replenishStock' && (
        <SupplyForm
          document={replenishStock}
          submit={t('supplies.replenishStock')}
          onDone={close}
          asks={[
            {
              name: 'item',
              label: t('supplies.item'),
              options: items.map(({ id }) => ({ value: id, text: item(id) })),
            },
            { name: 'lot', label: t('supplies.lot') },
            { name: 'quantity', label: t('supplies.quantity'), type: 'number' },
            { name: 'expires', label: t('supplies.expires'), type: 'date', optional: true },
            { name: 'note', label: t('supplies.note'), optional: true },
          ]}
          said={(of) => ({
            depot: row.id,
            replenish: {
              item: of('item'),
              lot: of('lot'),
              quantity: Number(of('quantity')),
              expires: of('expires') || null,
              note: of('note'),
            },
          })}
        />
      )}
      {open === 'countStock' && (
        <SupplyForm
          document={countStock}
          submit={t('supplies.countStock')}
          onDone={close}
          asks={[
            lot,
            { name: 'counted', label: t('supplies.counted'), type: 'number' },
            { name: 'reason', label: t('supplies.reason') },
          ]}
          said={(of) => ({
            depot: row.id,
            ...lotOf(of('lot')),
            counted: Number(of('counted')),
            reason: of('reason'),
          })}
        />
      )}
      {open === 'writeOffStock' && (
        <SupplyForm
          document={writeOffStock}
          submit={t('supplies.writeOffStock')}
          onDone={close}
          asks={[
            lot,
            { name: 'quantity', label: t('supplies.quantity'), type: 'number' },
            {
              name: 'reason',
              label: t('supplies.reason'),
              options: reasons.map((one) => ({ value: one, text: t(`supplies.writeOff.${one}`) })),
            },
            { name: 'note', label: t('supplies.note'), optional: true },
          ]}
          said={(of) => ({
            depot: row.id,
            ...lotOf(of('lot')),
            quantity: Number(of('quantity')),
            reason: reasons.find((one) => one === of('reason')) ?? 'LOST',
            note: of('note'),
          })}
        />
      )}
    </>
  );
}
