import { recordChangesDocument } from '../../api/documents/replay.ts';
import type { Entry, RecordChanges } from '../../api/types.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useWords } from '../../app/words.ts';
import { eventText } from '../../i18n/eventText.ts';
import { EntryActor } from '../../parts/EntryActor.tsx';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import type { Asked } from '../../store/axis.ts';
import { changeText } from './changeText.ts';

/** Entries named with one change at the most. */
const mostNamed = 6;

function By({ entries, onChoose }: { entries: readonly Entry[]; onChoose: Choose }) {
  const { t, time } = useWords();
  if (entries.length === 0) return null;
  return (
    <ul className="by">
      {entries.slice(-mostNamed).map((entry) => (
        <li key={entry.revision}>
          <button type="button" className="plain" onClick={() => onChoose(entry.revision)}>
            <time dateTime={entry.occurredAt}>{time(entry.occurredAt)}</time>{' '}
            <EntryActor entry={entry} /> {eventText(t, entry.type)}
          </button>
        </li>
      ))}
      {entries.length > mostNamed && (
        <li className="quiet">{t('audit.andMore', { count: entries.length - mostNamed })}</li>
      )}
    </ul>
  );
}

type Choose = (revision: string) => void;

function Differences({
  changes,
  onChoose,
  causes,
}: {
  changes: RecordChanges;
  onChoose: Choose;
  causes: boolean;
}) {
  const words = useWords();
  const { t } = words;
  if (changes.changes.length === 0) return <p className="quiet">{t('audit.nothingChanged')}</p>;
  return (
    <>
      <dl className="facts recorded changed" data-testid="changes">
        {changes.changes.map((change) => {
          const { place, before, after } = changeText(change, changes, words);
          return (
            <div key={change.path.join('/')} data-path={change.path.join('.')}>
              <dt>{place}</dt>
              <dd>
                {before !== null && <del>{before}</del>}
                {before !== null && after !== null && <span aria-hidden="true"> → </span>}
                {after !== null && <ins>{after}</ins>}
                {causes && <By entries={change.by} onChoose={onChoose} />}
              </dd>
            </div>
          );
        })}
      </dl>
      {changes.changeCount > changes.changes.length && (
        <p className="help">{t('audit.moreChanges', { count: changes.changeCount })}</p>
      )}
    </>
  );
}

/** What changed of an incident between two moments of its record, place by place, and by whom. */
export function Changes({
  incident,
  from,
  to,
  onChoose,
  causes = false,
}: {
  incident: string;
  from: Asked;
  to: Asked;
  onChoose: Choose;
  /** With the entries that had a part in each. */
  causes?: boolean;
}) {
  const { t } = useWords();
  const asked = useAsked(recordChangesDocument, { incident, from, to });
  if (asked.at === 'loading') return <Waiting rows={2} />;
  if (asked.at === 'failed') return <Failed why={asked.why} />;
  if (asked.data.changes === null) return <Failed why={t('state.none')} />;
  return <Differences changes={asked.data.changes} onChoose={onChoose} causes={causes} />;
}
