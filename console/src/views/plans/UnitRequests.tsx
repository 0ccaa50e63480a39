import { useState } from 'react';
import { ActionButton } from '../../actions/ActionButton.tsx';
import type { Incident, UnitRequest } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { takesUnits } from '../../store/units.ts';
import { RequestUnitsForm } from './RequestUnitsForm.tsx';
import { UnitRequestActions } from './UnitRequestActions.tsx';

function Request({
  request,
  incident,
  acting,
}: {
  request: UnitRequest;
  incident: Incident;
  acting: boolean;
}) {
  const words = useWords();
  const { t } = words;
  const { capability, count, units, filled, withdrawn, note } = request;
  const state = withdrawn ? 'withdrawn' : filled ? 'done' : 'open';
  return (
    <li className={`unit-request ${state}`} data-scope data-testid={`request-${capability}`}>
      <div className="plan-head">
        <b>{`${count} × ${words.capability(capability)}`}</b>
        <span>{t('unitRequest.filled', { units: units.length, count })}</span>
        <span className="quiet">{t(`unitRequest.${state}`)}</span>
        <span className="quiet">{units.map((unit) => unit.callSign).join(' ')}</span>
      </div>
      {note !== null && <p className="said">{note}</p>}
      {withdrawn?.note && <p className="said">{withdrawn.note}</p>}
      {acting && withdrawn === null && <UnitRequestActions request={request} incident={incident} />}
    </li>
  );
}

/** What was requested for the incident, open or filled, and by which units. */
export function UnitRequests({ incident, acting }: { incident: Incident; acting: boolean }) {
  const { t } = useWords();
  const [asking, setAsking] = useState(false);
  const mayAsk = acting && incident.may.includes('requestUnits') && takesUnits(incident.status);
  if (incident.unitRequests.length === 0 && !mayAsk) return null;
  return (
    <section aria-label={t('unitRequest.title')}>
      <ul className="unit-requests">
        {incident.unitRequests.map((request) => (
          <Request key={request.request} {...{ request, incident, acting: mayAsk }} />
        ))}
      </ul>
      {mayAsk && !asking && (
        <ActionButton action="requestUnits" onClick={() => setAsking(true)}>
          {t('unitRequest.add')}
        </ActionButton>
      )}
      {asking && <RequestUnitsForm incident={incident} onDone={() => setAsking(false)} />}
    </section>
  );
}
