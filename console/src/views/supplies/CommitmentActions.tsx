import { useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import type { ActionId } from '../../actions/definitions.ts';
import {
  consumeStock,
  issueStock,
  releaseCommitment,
  returnStock,
} from '../../api/documents/supplies.ts';
import type { DepotRow } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { CommandForm } from '../command/CommandForm.tsx';
import { useCatalogue } from './useCatalogue.ts';

const handovers = { issueStock, returnStock, consumeStock };
const actions = {
  issueStock: 'issue',
  returnStock: 'restock',
  consumeStock: 'consume',
  releaseCommitment: 'unreserve',
} as const satisfies Readonly<Record<string, ActionId>>;
type Act = keyof typeof actions;

/** What was reserved goes out or is released; what went out comes back or is used up. */
export function CommitmentActions({
  row,
  held,
}: {
  row: DepotRow;
  held: DepotRow['commitments'][number];
}) {
  const { t } = useWords();
  const { isReturnable, may } = useCatalogue();
  const [open, setOpen] = useState<Act | null>(null);
  const close = (): void => setOpen(null);
  const committed = held.lots.reduce((sum, lot) => sum + lot.committed, 0);
  const out = held.lots.reduce((sum, lot) => sum + lot.out, 0);
  const most: Readonly<Record<Act, number>> = {
    issueStock: committed,
    releaseCommitment: committed,
    returnStock: isReturnable(held.item) ? out : 0,
    consumeStock: out,
  };
  const apt = (Object.keys(most) as Act[]).filter((act) => most[act] > 0 && may(row.id, act));
  const quantity = { name: 'quantity', label: t('supplies.quantity'), kind: 'number' } as const;
  return (
    <>
      <div className="buttons">
        {apt.map((act) => (
          <ActionButton key={act} action={actions[act]} onClick={() => setOpen(act)}>
            {t(`supplies.${act}`)}
          </ActionButton>
        ))}
      </div>
      {open === 'releaseCommitment' && (
        <CommandForm
          document={releaseCommitment}
          submit={t('supplies.releaseCommitment')}
          initial={{ quantity: `${most[open]}` }}
          onDone={close}
          fields={[quantity, { name: 'reason', label: t('supplies.reason') }]}
          said={({ quantity: many, reason = '' }) => ({
            depot: row.id,
            commitment: held.commitment,
            quantity: Number(many),
            reason,
          })}
        />
      )}
      {open !== null && open !== 'releaseCommitment' && (
        <CommandForm
          key={open}
          document={handovers[open]}
          submit={t(`supplies.${open}`)}
          initial={{ quantity: `${most[open]}` }}
          onDone={close}
          fields={[quantity, { name: 'note', label: t('supplies.note'), optional: true }]}
          said={({ quantity: many, note = '' }) => ({
            depot: row.id,
            movement: { commitment: held.commitment, quantity: Number(many), note },
          })}
        />
      )}
    </>
  );
}
