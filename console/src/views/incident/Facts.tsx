import type { ReactNode } from 'react';
import type { Evidence, Incident } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { ActorName } from '../../parts/ActorName.tsx';
import { lateness } from '../../store/lateness.ts';
import { Caller } from './Caller.tsx';

function Fact({
  label,
  wide = false,
  children,
}: {
  label: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={wide ? 'wide' : ''}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function When({ evidence }: { evidence: Evidence }) {
  const { t, full } = useWords();
  return (
    <>
      {full(evidence.occurredAt)} <ActorName actor={evidence.by} />
      {lateness(evidence) > 0 && evidence.recordedAt !== null && (
        <span className="quiet">
          {' '}
          {t('incident.enteredLate', { time: full(evidence.recordedAt) })}
        </span>
      )}
    </>
  );
}

/** What is known of the incident: in words, where, from whom, and how it was judged. */
export function Facts({ incident }: { incident: Incident }) {
  const words = useWords();
  const { t } = words;
  const { place } = incident;
  const coordinate =
    place.lon === null || place.lat === null
      ? null
      : `${place.lon.toFixed(5)}, ${place.lat.toFixed(5)}`;
  return (
    <>
      <p className="what" data-testid="incident-what">
        {incident.what}
      </p>
      <dl className="facts">
        <Fact label={t('incident.place')}>
          {place.address || (coordinate ?? '–')}
          {place.address !== '' && coordinate !== null && (
            <span className="quiet"> {coordinate}</span>
          )}
        </Fact>
        <Fact label={t('incident.cell')}>
          {place.cell === null ? '–' : words.cell(place.cell)}
          {place.district !== null && (
            <span className="quiet"> {words.district(place.district)}</span>
          )}
        </Fact>
        <Fact label={t('incident.reporter')}>
          <Caller key={incident.id} incident={incident} />
        </Fact>
        {incident.personalDataErased && (
          <Fact label={t('caller.erased')} wide>
            <When evidence={incident.personalDataErased} /> {incident.personalDataErased.note}
          </Fact>
        )}
        <Fact label={t('incident.channel')}>{t(`channel.${incident.channel}`)}</Fact>
        {incident.class !== null && (
          <Fact label={t('incident.class')}>{t(`class.${incident.class}`)}</Fact>
        )}
        {incident.grade !== null && (
          <Fact label={t('grade.label')}>{t(`grade.${grade(incident.grade)}`)}</Fact>
        )}
        {incident.reference !== null && (
          <Fact label={t('incident.reference')}>{incident.reference}</Fact>
        )}
        {incident.reported && (
          <Fact label={t('incident.reportedAt')} wide>
            <When evidence={incident.reported} />
          </Fact>
        )}
        {incident.resolved?.note && (
          <Fact label={t('incident.summary')} wide>
            {incident.resolved.note}
          </Fact>
        )}
        {incident.closed?.note && (
          <Fact label={t('incident.closing')} wide>
            {incident.closed.note}
          </Fact>
        )}
        {incident.cancelled?.note && (
          <Fact label={t('chain.cancelled')} wide>
            {incident.cancelled.note}
          </Fact>
        )}
      </dl>
    </>
  );
}

const grade = (value: number): 1 | 2 | 3 | 4 =>
  value === 1 || value === 2 || value === 3 ? value : 4;
