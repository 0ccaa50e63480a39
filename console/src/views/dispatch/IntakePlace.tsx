import { useWords } from '../../app/words.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Field } from '../../parts/Field.tsx';
import { CoordinateFields } from './CoordinateFields.tsx';
import type { PlaceProps } from './placeProps.ts';
import { StreetFields } from './StreetFields.tsx';

/** Where it happened: on one of the city's streets, or at a coordinate. */
export function IntakePlace(props: PlaceProps) {
  const { t } = useWords();
  const { draft, onChange } = props;
  return (
    <fieldset>
      <legend>{t('intake.where')}</legend>
      <Choice
        label={t('intake.where')}
        value={draft.by}
        onChange={(by) => onChange({ by })}
        options={[
          { value: 'street', text: t('intake.byStreet') },
          { value: 'coordinate', text: t('intake.byCoordinate') },
        ]}
      />
      {draft.by === 'street' ? <StreetFields {...props} /> : <CoordinateFields {...props} />}
      <Field label={t('intake.detail')}>
        {(field) => (
          <input
            {...field}
            autoComplete="off"
            value={draft.detail}
            onChange={(event) => onChange({ detail: event.target.value })}
          />
        )}
      </Field>
    </fieldset>
  );
}
