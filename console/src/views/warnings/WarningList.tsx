import type { WarningRow } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { AreaText } from '../area/AreaText.tsx';
import { LevelMark } from './LevelMark.tsx';

/** Warnings over an incident, each to be opened. */
export function WarningList({ warnings }: { warnings: readonly WarningRow[] }) {
  const { t, minute } = useWords();
  if (warnings.length === 0) return null;
  return (
    <section className="warnings-over" data-testid="warnings-over">
      {warnings.map((warning) => (
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
