import type { Incident } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';

const seconds = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));

/** The call clock, whose affair it is and why, its level, its further reports and its merges. */
export function IntakeFacts({ incident }: { incident: Incident }) {
  const words = useWords();
  const { t } = words;
  const { receivedAt, answeredAt, responsible, jurisdiction, mergedInto, confirmed } = incident;
  const picked = answeredAt ?? receivedAt;
  const fact = (label: string, text: string, why?: string | null) => (
    <div className={why ? 'wide' : ''}>
      <dt>{label}</dt>
      <dd>
        {text}
        {why && <span className="quiet"> {why}</span>}
      </dd>
    </div>
  );
  return (
    <dl className="facts" data-testid="intake-facts">
      {receivedAt !== null && fact(t('judge.receivedAt'), words.full(receivedAt))}
      {answeredAt !== null &&
        fact(
          t('judge.answeredAt'),
          words.full(answeredAt),
          receivedAt && t('judge.after', { seconds: seconds(receivedAt, answeredAt) }),
        )}
      {picked !== null &&
        confirmed?.recordedAt &&
        fact(
          t('judge.processed'),
          t('judge.after', { seconds: seconds(picked, confirmed.recordedAt) }),
        )}
      {responsible !== null &&
        fact(
          t('judge.responsible'),
          words.department(responsible.department),
          words.name(responsible.reason),
        )}
      {incident.responseLevel !== null &&
        fact(
          t('judge.level'),
          t('judge.levelOf', { level: incident.responseLevel }),
          incident.responseLevelSet?.note,
        )}
      {jurisdiction.level === 'CITY' && fact(t('judge.jurisdiction'), t('judge.city'))}
      {jurisdiction.district !== null &&
        fact(t('judge.jurisdiction'), words.district(jurisdiction.district))}
      {mergedInto !== null && fact(t('judge.mergedInto'), mergedInto.what, mergedInto.reason)}
      {incident.absorbed.map((one) => (
        <div key={one.incident}>
          <dt>{t('judge.absorbed')}</dt>
          <dd>
            {one.what} <span className="quiet">{t('judge.reports', { count: one.reports })}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
