import type { PlannedEventRow } from '../../api/types.ts';
import { useWords } from '../../app/words.ts';
import { duration } from '../../i18n/format.ts';
import { ExerciseMark } from '../../parts/ExerciseMark.tsx';
import { useNow } from '../../store/clock.ts';
import { AreaText } from '../area/AreaText.tsx';

/** How long until it begins or ends, counting. */
function Ahead({ event }: { event: PlannedEventRow }) {
  const { t } = useWords();
  const now = useNow();
  if (event.status === 'SCHEDULED')
    return <>{t('plannedEvents.beginsIn', { time: duration(Date.parse(event.from) - now) })}</>;
  return <>{t('plannedEvents.endsIn', { time: duration(Date.parse(event.until) - now) })}</>;
}

/** What is planned, where, and when. */
export function EventFacts({ event }: { event: PlannedEventRow }) {
  const { t, minute } = useWords();
  const ahead = event.status === 'SCHEDULED' || event.status === 'UNDERWAY';
  return (
    <>
      <div className="card-head">
        <b>{event.name}</b>
        <span>{t(`plannedEvents.status.${event.status}`)}</span>
        {ahead && (
          <span className="quiet">
            <Ahead event={event} />
          </span>
        )}
        {event.exercise && <ExerciseMark />}
      </div>
      <p>
        {t('warnings.validity', { from: minute(event.from), until: minute(event.until) })} ·{' '}
        <AreaText area={event.area} />
      </p>
      {event.expectedPeople !== null && (
        <p className="quiet">{t('plannedEvents.expected', { people: event.expectedPeople })}</p>
      )}
      {event.description !== '' && <p>{event.description}</p>}
      {event.cancelReason !== null && <p>{event.cancelReason}</p>}
    </>
  );
}
