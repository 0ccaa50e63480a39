import { useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import { cancelSupplyRequest, requestSupplies } from '../../api/documents/supplies.ts';
import type { Incident } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { CommandForm } from '../command/CommandForm.tsx';
import { useCatalogue } from './useCatalogue.ts';

const takesRequests: readonly Incident['status'][] = ['CONFIRMED', 'RESPONDING', 'CONTAINED'];

function RequestForm({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const { t, name } = useWords();
  const { city } = useDesk();
  const { items, depots, item, unit } = useCatalogue();
  return (
    <CommandForm
      document={requestSupplies}
      submit={t('supplies.requestSupplies')}
      onDone={onDone}
      fields={[
        {
          name: 'item',
          label: t('supplies.item'),
          kind: 'choice',
          options: items.map(({ id }) => ({ value: id, text: `${item(id)} (${unit(id)})` })),
        },
        { name: 'quantity', label: t('supplies.quantity'), kind: 'number' },
        {
          name: 'depot',
          label: t('supplies.depot'),
          optional: true,
          kind: 'choice',
          options: [
            { value: '', text: '' },
            ...depots.map((one) => ({
              value: `${city.city.id}.${one.id}`,
              text: name(one.name),
            })),
          ],
        },
        { name: 'note', label: t('supplies.note'), optional: true },
      ]}
      said={({ item: wanted = '', quantity, depot, note = '' }) => ({
        incident: incident.id,
        supplies: {
          request: crypto.randomUUID(),
          item: wanted,
          quantity: Number(quantity),
          depot: depot || null,
          note,
        },
      })}
    />
  );
}

/** What the incident asked of the depots, and what became of it. */
export function IncidentSupplies({ incident, acting }: { incident: Incident; acting: boolean }) {
  const { t } = useWords();
  const { item, unit, depot } = useCatalogue();
  const [open, setOpen] = useState<string | null>(null);
  const close = (): void => setOpen(null);
  const mayRequest =
    acting && incident.may.includes('requestSupplies') && takesRequests.includes(incident.status);
  if (!mayRequest && incident.supplies.length === 0) return null;
  return (
    <section className="incident-supplies" data-testid="incident-supplies">
      <h3>
        {t('view.supplies')} <span className="quiet">{incident.supplies.length}</span>
      </h3>
      <ul>
        {incident.supplies.map((request) => (
          <li key={request.id} data-scope>
            <b>
              {item(request.item)} × {request.quantity} {unit(request.item)}
            </b>{' '}
            <span className="quiet">{t(`supplies.requestStatus.${request.status}`)}</span>
            {request.note !== '' && ` · ${request.note}`}
            <ul>
              {request.commitments.map(({ returnable: _, ...one }) => (
                <li key={one.commitment}>
                  {depot(one.depot)}: {t('supplies.full', { ...one })}
                </li>
              ))}
              {request.declined.map((one) => (
                <li key={`${one.depot} ${one.declined.occurredAt}`}>
                  {depot(one.depot)}: {t('supplies.declined', { reason: one.reason })}
                </li>
              ))}
            </ul>
            {acting &&
              request.status === 'OPEN' &&
              incident.may.includes('cancelSupplyRequest') && (
                <div className="buttons">
                  <ActionButton action="cancelSupplies" onClick={() => setOpen(request.id)}>
                    {t('supplies.cancelSupplyRequest')}
                  </ActionButton>
                </div>
              )}
            {open === request.id && (
              <CommandForm
                document={cancelSupplyRequest}
                submit={t('supplies.cancelSupplyRequest')}
                onDone={close}
                fields={[{ name: 'reason', label: t('supplies.reason') }]}
                said={({ reason = '' }) => ({
                  incident: incident.id,
                  request: request.id,
                  reason,
                })}
              />
            )}
          </li>
        ))}
      </ul>
      {mayRequest && open !== 'new' && (
        <ActionButton action="supplies" onClick={() => setOpen('new')}>
          {t('supplies.requestSupplies')}
        </ActionButton>
      )}
      {open === 'new' && <RequestForm incident={incident} onDone={close} />}
    </section>
  );
}
