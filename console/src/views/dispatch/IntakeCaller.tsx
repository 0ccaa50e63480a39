import type { Channel } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { Field } from '../../parts/Field.tsx';
import type { IntakeDraft } from './intakeDraft.ts';

const channels: readonly Channel[] = [
  'PHONE',
  'HOTLINE',
  'CITIZEN',
  'INSPECTOR',
  'CAMERA',
  'SENSOR',
  'AGENCY',
];

export function IntakeCaller({
  draft,
  refused,
  onChange,
}: {
  draft: IntakeDraft;
  refused: (field: string) => string | undefined;
  onChange: (part: Partial<IntakeDraft>) => void;
}) {
  const { t } = useWords();
  return (
    <fieldset>
      <legend>{t('intake.who')}</legend>
      <div className="columns">
        <Field label={t('intake.reporterName')} fault={refused('reporter.name')}>
          {(props) => (
            <input
              {...props}
              autoComplete="off"
              data-testid="intake-name"
              value={draft.name}
              onChange={(event) => onChange({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('intake.reporterPhone')} fault={refused('reporter.phone')}>
          {(props) => (
            <input
              {...props}
              type="tel"
              autoComplete="off"
              data-testid="intake-phone"
              value={draft.phone}
              onChange={(event) => onChange({ phone: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('intake.reporterAddress')} fault={refused('reporter.address')}>
          {(props) => (
            <input
              {...props}
              autoComplete="off"
              data-testid="intake-caller-address"
              value={draft.callerAddress}
              onChange={(event) => onChange({ callerAddress: event.target.value })}
            />
          )}
        </Field>
        <Field label={t('intake.channel')}>
          {(props) => (
            <select
              {...props}
              value={draft.channel}
              onChange={(event) => {
                const channel = channels.find((one) => one === event.target.value);
                if (channel) onChange({ channel });
              }}
            >
              {channels.map((one) => (
                <option key={one} value={one}>
                  {t(`channel.${one}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </fieldset>
  );
}
