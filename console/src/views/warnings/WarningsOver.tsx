import { useContext } from 'react';
import { warningsOverDocument } from '../../api/documents/warnings.ts';
import type { Incident } from '../../api/types.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useDesk } from '../../app/desk.ts';
import { MomentContext } from '../../app/moment.ts';
import { useWords } from '../../app/words.ts';
import { useAllRows } from '../../store/useRows.ts';
import { AreaText } from '../area/AreaText.tsx';
import { LevelMark } from './LevelMark.tsx';

function Over({ incident }: { incident: Incident }) {
  const { warnings } = useDesk();
  const { t, minute } = useWords();
  const since = useAllRows(warnings.store).map(({ id, revision }) => `${id} ${revision}`);
  const moved = JSON.stringify([since, incident.status, incident.place]);
  const asked = useAsked(warningsOverDocument, { incident: incident.id }, moved);
  if (asked.at !== 'known' || asked.data.warnings.length === 0) return null;
  return (
    <section className="warnings-over" data-testid="warnings-over">
      {asked.data.warnings.map((warning) => (
        <details key={warning.id}>
          <summary>
            <LevelMark level={warning.level} /> <b>{warning.hazard}</b>{' '}
            <span className="quiet">
              {warning.status === 'IN_FORCE'
                ? t('warnings.until', { time: minute(warning.until) })
                : t(`warnings.ended.${warning.status}`, {
                    time: minute(warning.endedAt ?? warning.until),
                  })}
            </span>
          </summary>
          <p className="quiet">
            <AreaText area={warning.area} />
          </p>
          <p>{warning.impact}</p>
          <p>{warning.advice}</p>
        </details>
      ))}
    </section>
  );
}

/** The warnings over an incident's place, in force now or while it was open; none in a replay. */
export function WarningsOver({ incident }: { incident: Incident }) {
  return useContext(MomentContext) === null ? <Over incident={incident} /> : null;
}
