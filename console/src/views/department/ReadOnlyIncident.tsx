import { useMemo } from 'react';
import { type RecordState, useIncidentRecord } from '../../api/useIncidentRecord.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { newsFrom } from '../../store/incidentRecord.ts';
import { consoleId } from '../../store/session.ts';
import { FormsFold } from '../forms/FormsFold.tsx';
import { CompanyContext, useCompany } from '../incident/company.ts';
import { IncidentSheet } from '../incident/IncidentSheet.tsx';
import { Timeline } from '../incident/Timeline.tsx';

/** The incident that a task belongs to, live, to read. */
export function ReadOnlyIncident({ id }: { id: string }) {
  const { live } = useDesk();
  const { t } = useWords();
  const state = useIncidentRecord(live, id);
  if (state.at === 'loading') return <Waiting />;
  if (state.at === 'failed') return <Failed />;
  if (state.at === 'missing') return <p className="nothing">{t('incident.gone')}</p>;
  return <Shown record={state.record} />;
}

function Shown({ record }: Pick<Extract<RecordState, { at: 'live' }>, 'record'>) {
  const { t } = useWords();
  const news = useMemo(() => newsFrom(record, consoleId), [record]);
  return (
    <CompanyContext value={useCompany(record.incident.id, news)}>
      <div className="read-only">
        <IncidentSheet incident={record.incident} news={news} commanding />
        <FormsFold incident={record.incident} entries={record.entries} />
        <h3>{t('incident.timeline')}</h3>
        <Timeline entries={record.entries} news={news} />
      </div>
    </CompanyContext>
  );
}
