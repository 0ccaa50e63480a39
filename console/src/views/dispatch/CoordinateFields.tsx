import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Field } from '../../parts/Field.tsx';
import type { PlaceProps } from './placeProps.ts';

const middle = (a: number, b: number): string => ((a + b) / 2).toFixed(4);

/** Longitude and latitude in degrees, WGS-84. */
export function CoordinateFields({ draft, faults, refused, onChange }: PlaceProps) {
  const { city } = useDesk();
  const { t } = useWords();
  const { bounds } = city.city;
  const examples = {
    lon: middle(bounds.west, bounds.east),
    lat: middle(bounds.south, bounds.north),
  } as const;
  const faultOf = (axis: 'lon' | 'lat'): string | undefined =>
    faults.includes(`${axis}NotNumber`)
      ? t(`intake.${axis}NotNumber`, { example: examples[axis] })
      : refused(`place.${axis}`);
  return (
    <>
      <div className="columns">
        {(['lon', 'lat'] as const).map((axis) => (
          <Field key={axis} label={t(`intake.${axis}`)} fault={faultOf(axis)}>
            {(field) => (
              <input
                {...field}
                inputMode="decimal"
                autoComplete="off"
                data-testid={`intake-${axis}`}
                placeholder={examples[axis]}
                value={draft[axis]}
                onChange={(event) => onChange({ [axis]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <p className="help">{t('intake.coordinateHelp', { ...bounds })}</p>
    </>
  );
}
