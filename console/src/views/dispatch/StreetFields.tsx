import { useMemo } from 'react';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Combobox } from '../../parts/Combobox.tsx';
import { Field } from '../../parts/Field.tsx';
import { cellsOf, matchingStreets } from '../../store/cityIndex.ts';
import type { PlaceProps } from './placeProps.ts';

/** The street by typing its name in either language, the house number, and which of its cells. */
export function StreetFields({ draft, faults, refused, onChange }: PlaceProps) {
  const { city } = useDesk();
  const { t, name, language } = useWords();
  const { streets, cells } = city.city;
  const known = streets.find((one) => one.name.zh === draft.street || one.name.en === draft.street);
  const crossed = useMemo(() => (known ? cellsOf(known, cells) : []), [known, cells]);
  const options = matchingStreets(streets, draft.street).map((street) => ({
    id: street.id,
    text: name(street.name),
    also: language === 'zh-CN' ? street.name.en : street.name.zh,
  }));
  const unknown = draft.street.trim() !== '' && options.length === 0;
  const fault = faults.includes('placeMissing')
    ? t('intake.placeMissing')
    : refused('place.address');
  const pick = (id: string): void => {
    const street = streets.find((one) => one.id === id);
    if (!street) return;
    const through = cellsOf(street, cells);
    const middle = through[Math.floor(through.length / 2)];
    onChange({ street: name(street.name), cell: middle?.id ?? '' });
  };
  return (
    <div className="columns">
      <Field
        label={t('intake.street')}
        help={unknown ? t('intake.noStreet') : t('intake.streetHelp')}
        fault={fault}
      >
        {(field) => (
          <Combobox
            field={field}
            text={draft.street}
            options={options}
            onText={(street) => onChange({ street, cell: '' })}
            onPick={(option) => pick(option.id)}
          />
        )}
      </Field>
      <Field label={t('intake.houseNumber')}>
        {(field) => (
          <input
            {...field}
            autoComplete="off"
            data-testid="intake-house"
            value={draft.house}
            onChange={(event) => onChange({ house: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('intake.cell')} fault={refused('place.cell')}>
        {(field) => (
          <select
            {...field}
            data-testid="intake-cell"
            value={draft.cell}
            onChange={(event) => onChange({ cell: event.target.value })}
          >
            <option value="">{t('intake.cellUnknown')}</option>
            {(crossed.length > 0 ? crossed : cells).map((cell) => (
              <option key={cell.id} value={cell.id}>
                {name(cell.name)}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  );
}
