import type { Entry } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { eventText } from '../../i18n/eventText.ts';
import { EntryActor } from '../../parts/EntryActor.tsx';
import { entryDetail } from './entryText.ts';

/** The revisions of the entries that later ones strike. */
function struckRevisions(entries: readonly Entry[]): ReadonlySet<string> {
  const strikes = entries.filter(({ type }) => type === 'EntryStruck');
  return new Set(
    strikes.flatMap(({ data }) =>
      typeof data === 'object' && data !== null && 'revision' in data ? [`${data.revision}`] : [],
    ),
  );
}

/** The record's entries in words. The newest first, unless `oldestFirst`. */
export function Timeline({
  entries,
  news = [],
  current,
  onChoose,
  oldestFirst = false,
}: {
  entries: readonly Entry[];
  news?: readonly Entry[];
  current?: string;
  onChoose?: (revision: string) => void;
  oldestFirst?: boolean;
}) {
  const { t } = useWords();
  const struck = struckRevisions(entries);
  const shown = oldestFirst ? entries : entries.toReversed();
  return (
    <ol className="timeline" aria-label={t('incident.timeline')}>
      {shown.map((entry) => (
        <TimelineRow
          key={entry.revision}
          entry={entry}
          fresh={news.includes(entry)}
          struck={struck.has(entry.revision)}
          current={entry.revision === current}
          onChoose={onChoose}
        />
      ))}
    </ol>
  );
}

function TimelineRow({
  entry,
  fresh,
  struck,
  current,
  onChoose,
}: {
  entry: Entry;
  fresh: boolean;
  struck: boolean;
  current: boolean;
  onChoose: ((revision: string) => void) | undefined;
}) {
  const words = useWords();
  const { t, time, full } = words;
  const text = (
    <>
      <time dateTime={entry.occurredAt} title={full(entry.occurredAt)}>
        {time(entry.occurredAt)}
      </time>
      <span className="entry-text">
        <EntryActor entry={entry} /> <b>{eventText(t, entry.type)}</b>{' '}
        {struck ? <s>{entryDetail(entry, words)}</s> : <span>{entryDetail(entry, words)}</span>}
      </span>
    </>
  );
  return (
    <li data-testid={`entry-${entry.revision}`} data-type={entry.type} aria-current={current}>
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
