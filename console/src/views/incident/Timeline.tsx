import { useState } from 'react';
import type { Entry } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { eventText } from '../../i18n/eventText.ts';
import { duration } from '../../i18n/format.ts';
import { Choice } from '../../parts/Choice.tsx';
import { EntryActor } from '../../parts/EntryActor.tsx';
import { type Axis, axes, inOrder } from '../../store/axis.ts';
import { lateness } from '../../store/lateness.ts';
import { entryDetail } from './entryText.ts';
import { strikes } from './strikes.ts';

/** By which time the entries go. */
export function AxisChoice({ axis, onChange }: { axis: Axis; onChange: (axis: Axis) => void }) {
  const { t } = useWords();
  return (
    <Choice
      label={t('incident.order')}
      value={axis}
      options={axes.map((value) => ({ value, text: t(`incident.by.${value}`) }))}
      onChange={onChange}
    />
  );
}

/** The record's entries in words, by either time; the newest first. */
export function Timeline({
  entries,
  news = [],
}: {
  entries: readonly Entry[];
  news?: readonly Entry[];
}) {
  const [axis, setAxis] = useState<Axis>('recorded');
  return (
    <>
      <AxisChoice axis={axis} onChange={setAxis} />
      <Entries all={entries} shown={inOrder(entries, axis).toReversed()} news={news} />
    </>
  );
}

/** Entries in the order in which they are given; `all` are those that may strike them. */
export function Entries({
  all,
  shown,
  news = [],
  current,
  onChoose,
}: {
  all: readonly Entry[];
  shown: readonly Entry[];
  news?: readonly Entry[];
  current?: string;
  onChoose?: (revision: string) => void;
}) {
  const { t } = useWords();
  const struck = strikes(all);
  return (
    <ol className="timeline" aria-label={t('incident.timeline')}>
      {shown.map((entry) => (
        <TimelineRow
          key={entry.revision}
          entry={entry}
          fresh={news.includes(entry)}
          strike={struck.get(entry.revision)}
          current={entry.revision === current}
          onChoose={onChoose}
        />
      ))}
    </ol>
  );
}

function Struck({ strike }: { strike: Entry }) {
  const { t, time } = useWords();
  const actor = strike.actor.onBehalfOf ?? strike.actor;
  const reason =
    typeof strike.data === 'object' && strike.data !== null && 'reason' in strike.data
      ? String(strike.data.reason)
      : '';
  return (
    <em className="quiet">
      {' '}
      {t('commanding.struck', { name: actor.name, reason })} ({time(strike.recordedAt)})
    </em>
  );
}

function TimelineRow({
  entry,
  fresh,
  strike,
  current,
  onChoose,
}: {
  entry: Entry;
  fresh: boolean;
  strike: Entry | undefined;
  current: boolean;
  onChoose: ((revision: string) => void) | undefined;
}) {
  const words = useWords();
  const { t, time, full } = words;
  const late = lateness(entry);
  const detail = entryDetail(entry, words);
  const text = (
    <>
      <time dateTime={entry.occurredAt} title={full(entry.occurredAt)}>
        {time(entry.occurredAt)}
      </time>
      <span className="entry-text">
        <EntryActor entry={entry} /> <b>{eventText(t, entry.type)}</b>{' '}
        {strike ? <s>{detail}</s> : <span>{detail}</span>}
        {strike && <Struck strike={strike} />}
        {late > 0 && (
          <span className="late" data-testid="late">
            {' '}
            {t('incident.late', { time: time(entry.recordedAt), later: duration(late) })}
          </span>
        )}
      </span>
    </>
  );
  return (
    <li
      data-testid={`entry-${entry.revision}`}
      data-type={entry.type}
      data-struck={strike !== undefined}
      aria-current={current}
    >
      {fresh && <i className="glow" aria-hidden="true" />}
      {onChoose ? (
        <button type="button" onClick={() => onChoose(entry.revision)}>
          {text}
        </button>
      ) : (
        <div>{text}</div>
      )}
    </li>
  );
}
