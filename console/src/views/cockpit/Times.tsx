import { useWords } from '../../app/words.ts';
import { hoursBack, useResponseTimes } from './useResponseTimes.ts';

const share = (part: number, whole: number): number => Math.round((part / whole) * 100);

/** One measure: what was reached, large, and beside it what should be. Late is said in words. */
function Measure({
  name,
  value,
  target,
  kept,
}: {
  name: string;
  value: string;
  target: string;
  kept: boolean | null;
}) {
  const { t } = useWords();
  return (
    <li data-kept={kept ?? undefined}>
      <span>{name}</span>
      <b>{value}</b>
      <span className="quiet">
        {target}
        {kept === false && <strong> {t('cockpit.missed')}</strong>}
      </span>
    </li>
  );
}

/** Response times against their targets, as the last hours had them. */
export function Times() {
  const { t, department } = useWords();
  const asked = useResponseTimes();
  if (asked.at !== 'known') return <p className="quiet">{t(`cockpit.times_${asked.at}`)}</p>;
  const { targets, acknowledged } = asked.data.times;
  const { count, within, median } = acknowledged;
  return (
    <section aria-label={t('cockpit.times')}>
      <h2>
        {t('cockpit.times')}{' '}
        <span className="quiet">{t('cockpit.hours', { hours: hoursBack })}</span>
      </h2>
      <ul className="measures">
        <Measure
          name={t('cockpit.acknowledged')}
          value={median === null ? '–' : t('cockpit.seconds', { seconds: Math.round(median) })}
          target={
            count === 0
              ? t('cockpit.noneYet')
              : t('cockpit.inTime', { percent: share(within, count), count })
          }
          kept={null}
        />
        {targets.map((one) => (
          <Measure
            key={one.id}
            name={`${t(`cockpit.span.${one.span}`)}${one.department === null ? '' : ` · ${department(one.department)}`}`}
            value={
              one.measured === null
                ? '–'
                : t('cockpit.seconds', { seconds: Math.round(one.measured) })
            }
            target={t('cockpit.target', {
              seconds: one.seconds,
              percent: one.percent,
              count: one.count,
            })}
            kept={one.measured === null ? null : one.measured <= one.seconds}
          />
        ))}
      </ul>
    </section>
  );
}
