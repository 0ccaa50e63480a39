import { useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import type { ActionId } from '../../actions/definitions.ts';
import { countStock, replenishStock, writeOffStock } from '../../api/documents/supplies.ts';
import type { DepotRow } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { CommandForm } from '../command/CommandForm.tsx';
import { useCatalogue } from './useCatalogue.ts';

const actions = {
  replenishStock: 'replenish',
  countStock: 'count',
  writeOffStock: 'writeOff',
} as const satisfies Readonly<Record<string, ActionId>>;
type Act = keyof typeof actions;
const acts = Object.keys(actions) as readonly Act[];
const reasons = ['EXPIRED', 'DAMAGED', 'LOST'] as const;

/** What a depot's own people do with its stock: take in, count, write off. */
export function DepotActions({ row }: { row: DepotRow }) {
  const { t } = useWords();
  const { items, item, may } = useCatalogue();
  const [open, setOpen] = useState<Act | null>(null);
  const close = (): void => setOpen(null);
  const mayDo = acts.filter((act) => may(row.id, act));
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
  const lot = { name: 'lot', label: t('supplies.lot'), kind: 'choice', options: lots } as const;
  return (
    <>
      <div className="buttons">
        {mayDo.map((act) => (
          <ActionButton
            key={act}
            action={actions[act]}
            aria-expanded={open === act}
            onClick={() => setOpen(act)}
          >
            {t(`supplies.${act}`)}
          </ActionButton>
        ))}
      </div>
      {open === 'replenishStock' && (
        <CommandForm
          document={replenishStock}
          submit={t('supplies.replenishStock')}
          onDone={close}
          fields={[
            {
              name: 'item',
              label: t('supplies.item'),
              kind: 'choice',
              options: items.map(({ id }) => ({ value: id, text: item(id) })),
            },
            { name: 'lot', label: t('supplies.lot') },
            { name: 'quantity', label: t('supplies.quantity'), kind: 'number' },
            { name: 'expires', label: t('supplies.expires'), kind: 'day', optional: true },
            { name: 'note', label: t('supplies.note'), optional: true },
          ]}
          said={({ item: of = '', lot: into = '', quantity, expires, note = '' }) => ({
            depot: row.id,
            replenish: {
              item: of,
              lot: into,
              quantity: Number(quantity),
              expires: expires || null,
              note,
            },
          })}
        />
      )}
      {open === 'countStock' && (
        <CommandForm
          document={countStock}
          submit={t('supplies.countStock')}
          onDone={close}
          fields={[
            lot,
            { name: 'counted', label: t('supplies.counted'), kind: 'number' },
            { name: 'reason', label: t('supplies.reason') },
          ]}
          said={({ lot: of = '', counted, reason = '' }) => ({
            depot: row.id,
            ...lotOf(of),
            counted: Number(counted),
            reason,
          })}
        />
      )}
      {open === 'writeOffStock' && (
        <CommandForm
          document={writeOffStock}
          submit={t('supplies.writeOffStock')}
          onDone={close}
          fields={[
            lot,
            { name: 'quantity', label: t('supplies.quantity'), kind: 'number' },
            {
              name: 'reason',
              label: t('supplies.reason'),
              kind: 'choice',
              options: reasons.map((one) => ({ value: one, text: t(`supplies.writeOff.${one}`) })),
            },
            { name: 'note', label: t('supplies.note'), optional: true },
          ]}
          said={({ lot: of = '', quantity, reason, note = '' }) => ({
            depot: row.id,
            ...lotOf(of),
            quantity: Number(quantity),
            reason: reasons.find((one) => one === reason) ?? 'LOST',
            note,
          })}
        />
      )}
    </>
  );
}
