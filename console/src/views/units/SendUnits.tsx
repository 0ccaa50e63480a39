import { useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import type { Incident } from '../../api/types.ts';
import { allows, useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Field } from '../../parts/Field.tsx';
import { takesUnits } from '../../store/units.ts';
import { Recommended } from './Recommended.tsx';

const mostAtOnce = 20;

/** Sends units with a wanted capability: the nearest are recommended as soon as it is chosen. */
export function SendUnits({ incident }: { incident: Incident }) {
  const { city, viewer } = useDesk();
  const { t, name } = useWords();
  const [open, setOpen] = useState(false);
  const [capability, setCapability] = useState('');
  const [count, setCount] = useState('1');
  if (!allows(viewer.may, 'recommendUnits') || !takesUnits(incident.status)) return null;
  if (!open)
    return (
      <ActionButton
        action="recommend"
        className="primary"
        data-testid="send-units"
        onClick={() => setOpen(true)}
      >
        {t('recommend.open')}
      </ActionButton>
    );
  const number = Math.min(Math.max(Math.trunc(Number(count)) || 1, 1), mostAtOnce);
  return (
    <section className="command-form" aria-label={t('recommend.open')}>
      <Field label={t('unitRequest.capability')}>
        {(props) => (
          <select
            {...props}
            // biome-ignore lint/a11y/noAutofocus: the person has just opened this form
            autoFocus
            data-testid="recommend-capability"
            value={capability}
            onChange={(event) => setCapability(event.target.value)}
          >
            <option value="">{t('commanding.choose')}</option>
            {city.city.capabilities.map((one) => (
              <option key={one.id} value={one.id}>
                {name(one.name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t('unitRequest.count')}>
        {(props) => (
          <input
            {...props}
            type="number"
            min={1}
            max={mostAtOnce}
            value={count}
            onChange={(event) => setCount(event.target.value)}
          />
        )}
      </Field>
      {capability !== '' && (
        <Recommended key={capability} incident={incident} capability={capability} count={number} />
      )}
      <div className="buttons">
        <button type="button" onClick={() => setOpen(false)}>
          {t('action.dismiss')}
        </button>
      </div>
    </section>
  );
}
