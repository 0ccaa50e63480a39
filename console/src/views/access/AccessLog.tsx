import { useState } from 'react';
import { accessLogDocument } from '../../api/documents/access.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { AccessFilter } from './AccessFilter.tsx';
import { AccessTable } from './AccessTable.tsx';
import { type Filter, filterOf, noFilter } from './filter.ts';
import { IncidentAccess } from './IncidentAccess.tsx';

const page = 100;

/** The access log: who looked at what, and what was refused to whom; newest first, a page at a time. */
export default function AccessLog() {
  const { city } = useDesk();
  const words = useWords();
  const { t } = words;
  const [filter, setFilter] = useState<Filter>(noFilter);
  const [before, setBefore] = useState<string | null>(null);
  const take = (next: Filter): void => {
    setFilter(next);
    setBefore(null);
  };
  const asked = useAsked(accessLogDocument, {
    city: city.city.id,
    filter: filterOf(filter, words.fromEntered),
    before,
    limit: page,
  });
  const rows = asked.at === 'known' ? asked.data.log.rows : [];
  const last = rows.at(-1)?.position;
  return (
    <main className="access">
      <section className="pane" aria-label={t('access.title')}>
        <div className="pane-head">
          <h2>{t('access.title')}</h2>
        </div>
        <AccessFilter filter={filter} onChange={take} />
        {asked.at === 'failed' && <Failed why={asked.why} />}
        {asked.at === 'loading' && <Waiting rows={10} />}
        {asked.at === 'known' && rows.length === 0 && (
          <p className="nothing">{t('access.empty')}</p>
        )}
        {rows.length > 0 && (
          <AccessTable
            rows={rows}
            onPerson={(account) => take({ ...filter, account })}
            onIncident={(incident) => take({ ...filter, incident })}
          />
        )}
        <div className="buttons">
          {before !== null && (
            <button type="button" onClick={() => setBefore(null)}>
              {t('access.newest')}
            </button>
          )}
          {rows.length === page && last !== undefined && (
            <button type="button" onClick={() => setBefore(String(last))}>
              {t('access.older')}
            </button>
          )}
        </div>
      </section>
      {filter.incident !== '' && <IncidentAccess key={filter.incident} id={filter.incident} />}
    </main>
  );
}
