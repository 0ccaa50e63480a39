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
import { JudgementActions } from '../intake/JudgementActions.tsx';
import { PlanOffers } from '../plans/PlanOffers.tsx';
import { IncidentActions } from './IncidentActions.tsx';
import { TaskActions } from './TaskActions.tsx';
import { UnitActions } from './UnitActions.tsx';

/** The chosen incident, live, with everything a dispatcher may do about it. */
export function DispatchIncident({ id }: { id: string }) {
  const { live } = useDesk();
  const { t } = useWords();
  const state = useIncidentRecord(live, id);
  if (state.at === 'loading') return <Waiting rows={12} />;
  if (state.at === 'failed') return <Failed />;
  if (state.at === 'missing') return <p className="pane nothing">{t('incident.gone')}</p>;
  return <Shown record={state.record} />;
}

function Shown({ record }: Pick<Extract<RecordState, { at: 'live' }>, 'record'>) {
  const { t } = useWords();
  const { incident, entries } = record;
  const news = useMemo(() => newsFrom(record, consoleId), [record]);
  return (
    <CompanyContext value={useCompany(incident.id, news)}>
      <section className="pane incident" aria-label={t('incident.unnumbered')}>
        <IncidentSheet
          incident={incident}
          news={news}
          commanding
          actions={
            <>
              <IncidentActions incident={incident} />
              <JudgementActions incident={incident} />
              <PlanOffers incident={incident} />
            </>
          }
          taskActions={(task) => <TaskActions incident={incident} task={task} />}
          unitActions={({ unit, assignment }) => (
            <UnitActions unit={unit} assignment={assignment} />
          )}
        />
        <FormsFold incident={incident} entries={entries} />
      </section>
      <section className="pane side" aria-label={t('incident.timeline')}>
        <div className="pane-head">
          <h2>
            {t('incident.timeline')} <span>{entries.length}</span>
          </h2>
        </div>
        <Timeline entries={entries} news={news} />
      </section>
    </CompanyContext>
  );
}
