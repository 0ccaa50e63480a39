import type { Entry } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { eventText } from '../../i18n/eventText.ts';
import { askedAt, inOrder, type Place, timeOn } from '../../store/axis.ts';
import { Changes } from './Changes.tsx';

/** One of the two handles: the place of an entry in the order of the axis. */
function Handle({
  label,
  name,
  ordered,
  place: { axis, at },
  onMove,
}: {
  label: string;
  name: string;
  ordered: readonly Entry[];
  place: Place;
  onMove: (revision: string) => void;
}) {
  const { t, full } = useWords();
  const here = ordered.findIndex(({ revision }) => revision === at);
  const entry = ordered[here];
  const time = entry ? full(new Date(timeOn(axis, entry)).toISOString()) : '';
  return (
    <label className="handle">
      <span>
        {label} <b>{time}</b> <span className="quiet">{entry && eventText(t, entry.type)}</span>
      </span>
      <input
        type="range"
        min={0}
        max={ordered.length - 1}
        value={here}
        aria-valuetext={time}
        data-testid={`compare-${name}`}
        onChange={(event) => onMove(ordered[Number(event.target.value)]?.revision ?? at)}
      />
    </label>
  );
}

/** What changed between two moments, and who did it; the later one is the moment that is shown. */
export function Compare({
  incident,
  entries,
  place,
  since,
  onMove,
  onSince,
}: {
  incident: string;
  entries: readonly Entry[];
  place: Place;
  /** The revision of the earlier moment's entry. */
  since: string | null;
  onMove: (revision: string) => void;
  onSince: (revision: string) => void;
}) {
  const { t } = useWords();
  const ordered = inOrder(entries, place.axis);
  const index = (revision: string): number =>
    ordered.findIndex((entry) => entry.revision === revision);
  const to = index(place.at);
  const from = Math.min(since === null || index(since) < 0 ? 0 : index(since), to);
  const first = { axis: place.axis, at: ordered[from]?.revision ?? place.at };
  // The handles may pass each other: then they change their parts.
  const moveFirst = (revision: string): void =>
    index(revision) > to ? onMove(revision) : onSince(revision);
  const moveSecond = (revision: string): void =>
    index(revision) < from ? onSince(revision) : onMove(revision);
  return (
    <div className="compare" data-testid="compare">
      <Handle
        label={t('audit.from')}
        name="from"
        ordered={ordered}
        place={first}
        onMove={moveFirst}
      />
      <Handle label={t('audit.to')} name="to" ordered={ordered} place={place} onMove={moveSecond} />
      <p className="quiet">{t('audit.between', { count: to - from })}</p>
      <Changes
        incident={incident}
        from={askedAt(first, entries)}
        to={askedAt(place, entries)}
        onChoose={onMove}
        causes
      />
    </div>
  );
}
