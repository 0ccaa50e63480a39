import type { Entry } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { actorText, eventText } from '../../i18n/eventText.ts';
import { type Axis, type Place, timeOn } from '../../store/axis.ts';
import { AxisChoice } from '../incident/Timeline.tsx';
import { type Move, moves, stepTo } from './steps.ts';

const shapes: Readonly<Record<Move, string>> = { first: '«', previous: '‹', next: '›', last: '»' };

/** One tick a step on the axis; the slider takes the arrow keys, Home and End. */
export function StepBar({
  ordered,
  place: { axis, at },
  onMove,
  onAxis,
}: {
  ordered: readonly Entry[];
  place: Place;
  onMove: (revision: string) => void;
  onAxis: (axis: Axis) => void;
}) {
  const { t, full } = useWords();
  const last = ordered.length - 1;
  const here = ordered.findIndex((one) => one.revision === at);
  const entry = ordered[here];
  const step = t('audit.revision', { revision: here, last });
  const text = entry ? `${step}: ${actorText(t, entry.actor)} ${eventText(t, entry.type)}` : step;
  const moveTo = (index: number): void => onMove(ordered[index]?.revision ?? at);
  return (
    <div className="step-bar">
      <input
        type="range"
        min={0}
        max={last}
        step={1}
        value={here}
        aria-label={t('audit.slider')}
        aria-valuetext={text}
        data-testid="audit-slider"
        onChange={(event) => moveTo(Number(event.target.value))}
      />
      <div className="ticks" aria-hidden="true">
        {ordered.map((one) => (
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
            disabled={stepTo(move, here, last) === here}
            onClick={() => moveTo(stepTo(move, here, last))}
          >
            {shapes[move]}
          </button>
        ))}
        <span data-testid="audit-revision" data-revision={at} data-last={last}>
          {step}
        </span>
        {entry && (
          <time dateTime={new Date(timeOn(axis, entry)).toISOString()}>
            {full(new Date(timeOn(axis, entry)).toISOString())}
          </time>
        )}
        <AxisChoice axis={axis} onChange={onAxis} />
      </div>
    </div>
  );
}
