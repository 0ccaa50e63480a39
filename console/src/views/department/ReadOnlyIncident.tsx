import { useIncidentRecord } from '../../api/useIncidentRecord.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { newsFrom } from '../../store/incidentRecord.ts';
import { consoleId } from '../../store/session.ts';
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
  const news = newsFrom(state.record, consoleId);
  return (
    <div className="read-only">
      <IncidentSheet incident={state.record.incident} news={news} commanding />
      <h3>{t('incident.timeline')}</h3>
      <Timeline entries={state.record.entries} news={news} />
    </div>
  );
}
