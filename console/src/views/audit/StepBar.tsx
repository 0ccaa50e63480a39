import type { Entry } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { actorText, eventText } from '../../i18n/eventText.ts';
import { type Move, moves, stepTo } from './steps.ts';

const shapes: Readonly<Record<Move, string>> = { first: '«', previous: '‹', next: '›', last: '»' };

/** One tick a step on the axis; the slider takes the arrow keys, Home and End. */
export function StepBar({
  entries,
  at,
  last,
  onMove,
}: {
  entries: readonly Entry[];
  at: string;
  last: string;
  onMove: (revision: string) => void;
}) {
  const { t, full } = useWords();
  const entry = entries.find((one) => one.revision === at);
  const text = entry
    ? `${t('audit.revision', { revision: at, last })}: ${actorText(t, entry.actor)} ${eventText(t, entry.type)}`
    : t('audit.revision', { revision: at, last });
  return (
    <div className="step-bar">
      <input
        type="range"
        min={0}
        max={Number(last)}
        step={1}
        value={Number(at)}
        aria-label={t('audit.slider')}
        aria-valuetext={text}
        data-testid="audit-slider"
        onChange={(event) => onMove(event.target.value)}
      />
      <div className="ticks" aria-hidden="true">
        {entries.map((one) => (
          <i
            key={one.revision}
            className={`${one.actor.kind.toLowerCase()}${one.revision === at ? ' at' : ''}`}
          />
        ))}
      </div>
      <div className="buttons">
        {moves.map((move) => (
          <button
            key={move}
            type="button"
            aria-label={t(`audit.${move}`)}
            title={t(`audit.${move}`)}
            data-testid={`step-${move}`}
            disabled={stepTo(move, at, last) === at}
            onClick={() => onMove(stepTo(move, at, last))}
          >
            {shapes[move]}
          </button>
        ))}
        <span data-testid="audit-revision" data-revision={at} data-last={last}>
          {t('audit.revision', { revision: at, last })}
        </span>
        {entry && <time dateTime={entry.recordedAt}>{full(entry.recordedAt)}</time>}
      </div>
    </div>
  );
}
