import type { UnitRow } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useMoment } from '../../app/moment.ts';
import { useWords } from '../../app/words.ts';
import { age } from '../../i18n/format.ts';
import { positionGoodFor } from '../../store/units.ts';

/** Where the unit last said it was, and how long ago; what is too old to go by says so. */
export function UnitPosition({ row }: { row: UnitRow }) {
  const { city } = useDesk();
  const { t } = useWords();
  const now = useMoment();
  const { lastPosition } = row;
  if (lastPosition === null) return <span className="quiet">{t('units.noPosition')}</span>;
  const { lon, lat, at, accuracy } = lastPosition;
  const old = now - Date.parse(at);
  const stale = old > positionGoodFor(city.city.rules.travel) * 1000;
  return (
    <span className={stale ? 'quiet' : undefined} data-stale={stale}>
      {`${lon.toFixed(5)}, ${lat.toFixed(5)}`}
      {accuracy !== null && ` ±${Math.round(accuracy)} m`}{' '}
      <time dateTime={at}>{t('units.positionAge', { age: age(old) })}</time>
      {stale && <b> {t('units.stale')}</b>}
    </span>
  );
}
