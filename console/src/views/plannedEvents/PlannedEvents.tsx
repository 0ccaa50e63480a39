import { useEffect, useMemo } from 'react';
import { endedEventsDocument, scheduleEvent } from '../../api/documents/plannedEvents.ts';
import { plannedEventBoard } from '../../api/streamBoards.ts';
import type { PlannedEventRow } from '../../api/types.ts';
import { useAsked } from '../../api/useAsked.ts';
import { allows, useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Failed } from '../../parts/Failed.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { useSignal } from '../../store/signal.ts';
import { useAllRows } from '../../store/useRows.ts';
import '../../styles/board.css';
import { Act } from '../command/Act.tsx';
import { CommandForm } from '../command/CommandForm.tsx';
import { EventActions } from './EventActions.tsx';
import { EventFacts } from './EventFacts.tsx';
import { scheduled, scheduleFields } from './eventForm.ts';
import { AttachedPlans, HeldUnits } from './Held.tsx';
import { Posts } from './Posts.tsx';

function Schedule() {
  const { city, viewer } = useDesk();
  const words = useWords();
  const { t } = words;
  if (!allows(viewer.may, 'scheduleEvent')) return null;
  return (
    <Act action="schedule" text={t('plannedEvents.schedule')} primary>
      {(done) => (
        <CommandForm
          document={scheduleEvent}
          fields={scheduleFields(t)}
          submit={t('plannedEvents.schedule')}
          said={(values) => scheduled(city.city.id, values, words)}
          onDone={done}
        />
      )}
    </Act>
  );
}

function EventCard({ event, acting }: { event: PlannedEventRow; acting: boolean }) {
  return (
    <li className="card" data-testid={`event-${event.id}`} data-status={event.status}>
      <EventFacts event={event} />
      <Posts event={event} acting={acting} />
      <HeldUnits event={event} acting={acting} />
      <AttachedPlans event={event} acting={acting} />
      {acting && <EventActions event={event} />}
    </li>
  );
}

/** Those that ended or were cancelled, asked again whenever one leaves the board. */
function Past({ rows }: { rows: readonly PlannedEventRow[] }) {
  const { city } = useDesk();
  const { t } = useWords();
  const since = rows.map(({ id }) => id).join();
  const asked = useAsked(endedEventsDocument, { city: city.city.id }, since);
  if (asked.at === 'loading') return <Waiting rows={2} />;
  if (asked.at === 'failed') return <Failed why={asked.why} />;
  const past = asked.data.board.rows;
  if (past.length === 0) return <p className="nothing">{t('plannedEvents.noPast')}</p>;
  return (
    <ul className="cards past">
      {past.map((event) => (
        <EventCard key={event.id} event={event} acting={false} />
      ))}
    </ul>
  );
}

/** Planned events [重大活动], the first to begin first, live; below them those that are over. */
export default function PlannedEvents() {
  const { live, city } = useDesk();
  const { t } = useWords();
  const { id } = city.city;
  const board = useMemo(() => plannedEventBoard(live, id), [live, id]);
  useEffect(() => board.start(), [board]);
  const rows = useAllRows(board.store);
  const state = useSignal(board.state);
  if (rows.length === 0 && state === 'loading') return <Waiting />;
  return (
    <main className="board" data-testid="planned-events">
      <div className="board-head">
        <h1>{t('plannedEvents.title')}</h1>
        <Schedule />
      </div>
      {state === 'failed' && <Failed />}
      {state === 'live' && rows.length === 0 && (
        <p className="nothing">{t('plannedEvents.none')}</p>
      )}
      <ul className="cards">
        {rows.map((event) => (
          <EventCard key={event.id} event={event} acting />
        ))}
      </ul>
      <h2>{t('plannedEvents.past')}</h2>
      <Past rows={rows} />
    </main>
  );
}
