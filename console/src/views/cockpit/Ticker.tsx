import type { IncidentRow } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { actorText, eventText } from '../../i18n/eventText.ts';
import { lastByPeople } from './counts.ts';

const mostEntries = 4;

/** What people entered last, the newest first: it stands still, so that it can be read. */
export function Ticker({ rows }: { rows: readonly IncidentRow[] }) {
  const { t, time, type } = useWords();
  return (
    <section className="wall-ticker" aria-label={t('cockpit.ticker')}>
      <ul>
        {lastByPeople(rows)
          .slice(0, mostEntries)
          .map((row) => (
            <li key={row.id}>
              <time dateTime={row.last.at}>{time(row.last.at)}</time>{' '}
              <b>
                {row.number} {row.type === null ? row.what : type(row.type)}
              </b>{' '}
              {eventText(t, row.last.type)}{' '}
              <span className="quiet">{actorText(t, row.last.by)}</span>
            </li>
          ))}
      </ul>
    </section>
  );
}
