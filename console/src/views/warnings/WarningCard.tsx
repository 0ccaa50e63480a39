import { adjustWarning, liftWarning } from '../../api/documents/warnings.ts';
import type { WarnedIncident, WarningRow } from '../../api/types.ts';
import { allows, useDesk } from '../../app/desk.ts';
import { go } from '../../app/route.ts';
import { useWords } from '../../app/words.ts';
import { Act } from '../command/Act.tsx';
import { CommandForm } from '../command/CommandForm.tsx';
import { WarningFacts } from './WarningFacts.tsx';
import { adjusted, adjustFields, valuesOf } from './warningForm.ts';

function Inside({ incidents }: { incidents: readonly WarnedIncident[] }) {
  const { viewer } = useDesk();
  const { t } = useWords();
  const dispatches = allows(viewer.may, 'confirmIncident');
  if (incidents.length === 0) return <p className="quiet">{t('warnings.noneInside')}</p>;
  return (
    <details open={incidents.length <= 5}>
      <summary>{t('warnings.inside', { count: incidents.length })}</summary>
      <ul>
        {incidents.map(({ incident, number, what, status }) => (
          <li key={incident} className="held">
            {dispatches ? (
              <button type="button" className="plain" onClick={() => go(['dispatch', incident])}>
                {number}
              </button>
            ) : (
              <b>{number}</b>
            )}
            {what} <span className="quiet">{t(`status.${status}`)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** A warning in force, the open incidents inside it, and what can be done about it. */
export function WarningCard({
  warning,
  inside,
}: {
  warning: WarningRow;
  /** Undefined for who doesn't see the city's incidents. */
  inside: readonly WarnedIncident[] | undefined;
}) {
  const { city, viewer } = useDesk();
  const words = useWords();
  const { t } = words;
  const about = { city: city.city.id, warning: warning.id };
  const before = valuesOf(warning, words);
  return (
    <li
      className="card"
      data-scope
      data-testid={`warning-${warning.id}`}
      data-status={warning.level}
    >
      <WarningFacts warning={warning} />
      {inside && <Inside incidents={inside} />}
      <div className="buttons">
        {allows(viewer.may, 'adjustWarning') && (
          <Act action="adjustWarning" text={t('warnings.adjust')}>
            {(done) => (
              <CommandForm
                document={adjustWarning}
                fields={adjustFields(t)}
                initial={before}
                submit={t('warnings.adjust')}
                revision={warning.revision}
                said={(values) => ({
                  ...about,
                  change: adjusted(before, values, words),
                  reason: (values.reason ?? '').trim(),
                })}
                onDone={done}
              />
            )}
          </Act>
        )}
        {allows(viewer.may, 'liftWarning') && (
          <Act action="liftWarning" text={t('warnings.lift')}>
            {(done) => (
              <CommandForm
                document={liftWarning}
                fields={[{ name: 'reason', label: t('warnings.reason'), kind: 'long' }]}
                submit={t('warnings.lift')}
                revision={warning.revision}
                said={(values) => ({ ...about, reason: (values.reason ?? '').trim() })}
                onDone={done}
              />
            )}
          </Act>
        )}
      </div>
    </li>
  );
}
