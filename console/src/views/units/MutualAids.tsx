import { endMutualAid, requestMutualAid } from '../../api/documents/mutualAid.ts';
import type { Incident, MutualAid } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { ActorName } from '../../parts/ActorName.tsx';
import { Since } from '../../parts/Since.tsx';
import { takesUnits } from '../../store/units.ts';
import '../../styles/units.css';
import { Act } from '../command/Act.tsx';
import { CommandForm } from '../command/CommandForm.tsx';
import { MutualAidAnswer } from './MutualAidAnswer.tsx';

const stateOf = ({ ended, granted }: MutualAid) =>
  granted === false ? 'declined' : ended ? 'ended' : granted ? 'granted' : 'waiting';

function Actions({ incident, aid }: { incident: Incident; aid: MutualAid }) {
  const { t } = useWords();
  const answering = aid.granted === null && incident.may.includes('answerMutualAid');
  return (
    <div className="buttons">
      {answering &&
        [true, false].map((granted) => (
          <Act
            key={String(granted)}
            action={granted ? 'grantAid' : 'refuseAid'}
            text={granted ? t('mutualAid.grant') : t('mutualAid.decline')}
            primary={granted}
          >
            {(done) => <MutualAidAnswer {...{ incident, aid, granted }} onDone={done} />}
          </Act>
        ))}
      {incident.may.includes('endMutualAid') && (
        <Act action="endAid" text={t('mutualAid.end')}>
          {(done) => (
            <CommandForm
              document={endMutualAid}
              fields={[{ name: 'reason', label: t('form.reason') }]}
              submit={t('mutualAid.end')}
              revision={incident.revision}
              said={({ reason = '' }) => ({
                incident: incident.id,
                request: aid.request,
                reason: reason.trim(),
              })}
              onDone={done}
            />
          )}
        </Act>
      )}
    </div>
  );
}

function Aid({ incident, aid, acting }: { incident: Incident; aid: MutualAid; acting: boolean }) {
  const { city } = useDesk();
  const { t, capability, jurisdiction, time } = useWords();
  const state = stateOf(aid);
  const phone = city.jurisdictions.get(aid.jurisdiction)?.phone ?? null;
  return (
    <li data-testid={`mutual-aid-${aid.jurisdiction}`} data-status={state}>
      <div className="plan-head">
        <b>{jurisdiction(aid.jurisdiction)}</b>
        {phone !== null && <a href={`tel:${phone}`}>{phone}</a>}
        <span>{`${aid.count} × ${capability(aid.capability)}`}</span>
        <span>{t(`mutualAid.state.${state}`)}</span>
        {state === 'waiting' && <Since from={aid.requested.occurredAt} />}
        <b>{aid.units.map(({ callSign }) => callSign).join(' ')}</b>
      </div>
      {[aid.requested, aid.answered, aid.ended].map(
        (said) =>
          said && (
            <p key={said.occurredAt} className="said">
              <time className="quiet">{time(said.occurredAt)}</time> <ActorName actor={said.by} />{' '}
              {said.note}
            </p>
          ),
      )}
      {acting && aid.open && <Actions incident={incident} aid={aid} />}
    </li>
  );
}

function Ask({ incident }: { incident: Incident }) {
  const { city } = useDesk();
  const { t, name } = useWords();
  const options = (
    of: readonly { readonly id: string; readonly name: { zh: string; en: string } }[],
  ) => of.map((one) => ({ value: one.id, text: name(one.name) }));
  return (
    <Act action="aid" text={t('mutualAid.ask')}>
      {(done) => (
        <CommandForm
          document={requestMutualAid}
          fields={[
            {
              name: 'jurisdiction',
              label: t('mutualAid.jurisdiction'),
              kind: 'choice',
              options: options(city.city.jurisdictions),
            },
            {
              name: 'capability',
              label: t('unitRequest.capability'),
              kind: 'choice',
              options: options(city.city.capabilities),
            },
            { name: 'count', label: t('unitRequest.count'), kind: 'number' },
            { name: 'reason', label: t('form.reason') },
          ]}
          initial={{ count: '1' }}
          submit={t('mutualAid.ask')}
          said={({ jurisdiction = '', capability = '', count = '', reason = '' }) => ({
            incident: incident.id,
            request: crypto.randomUUID(),
            jurisdiction,
            capability,
            count: Number(count),
            reason: reason.trim(),
          })}
          onDone={done}
        />
      )}
    </Act>
  );
}

/** What was asked of other jurisdictions [跨区增援], what they answered, and which units came. */
export function MutualAids({ incident, acting }: { incident: Incident; acting: boolean }) {
  const { t } = useWords();
  const mayAsk = acting && takesUnits(incident.status) && incident.may.includes('requestMutualAid');
  if (incident.mutualAid.length === 0 && !mayAsk) return null;
  return (
    <section className="mutual-aid" aria-label={t('mutualAid.title')}>
      {incident.mutualAid.length > 0 && <h4>{t('mutualAid.title')}</h4>}
      <ul>
        {incident.mutualAid.map((aid) => (
          <Aid key={aid.request} {...{ incident, aid, acting }} />
        ))}
      </ul>
      {mayAsk && <Ask incident={incident} />}
    </section>
  );
}
