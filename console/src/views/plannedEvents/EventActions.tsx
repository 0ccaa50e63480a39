import {
  amendEvent,
  beginEvent,
  cancelEvent,
  endEvent,
} from '../../api/documents/plannedEvents.ts';
import type { PlannedEventRow } from '../../api/types.ts';
import { allows, useDesk } from '../../app/desk.ts';
import { useWords } from '../../app/words.ts';
import { Act } from '../command/Act.tsx';
import { CommandForm } from '../command/CommandForm.tsx';
import { amended, amendFields, reasonField, valuesOf } from './eventForm.ts';

const turns = { beginEvent, endEvent, cancelEvent };
type Turn = keyof typeof turns;

const aptIn = (status: PlannedEventRow['status']): readonly Turn[] =>
  status === 'SCHEDULED' ? ['beginEvent', 'cancelEvent'] : ['endEvent', 'cancelEvent'];

/** Amending the event as a whole, beginning and ending it ahead of its window, cancelling it. */
export function EventActions({ event }: { event: PlannedEventRow }) {
  const { city, viewer } = useDesk();
  const words = useWords();
  const { t } = words;
  const about = { city: city.city.id, event: event.id };
  const before = valuesOf(event, words);
  return (
    <div className="buttons">
      {allows(viewer.may, 'amendEvent') && (
        <Act action="amendEvent" text={t('plannedEvents.amend')}>
          {(done) => (
            <CommandForm
              document={amendEvent}
              fields={amendFields(t, event.status === 'UNDERWAY')}
              initial={before}
              submit={t('plannedEvents.amend')}
              revision={event.revision}
              said={(values) => ({
                ...about,
                change: amended(before, values, words),
                reason: (values.reason ?? '').trim(),
              })}
              onDone={done}
            />
          )}
        </Act>
      )}
      {aptIn(event.status)
        .filter((turn) => allows(viewer.may, turn))
        .map((turn) => (
          <Act key={turn} action={turn} text={t(`plannedEvents.${turn}`)}>
            {(done) => (
              <CommandForm
                document={turns[turn]}
                fields={[reasonField(t)]}
                submit={t(`plannedEvents.${turn}`)}
                revision={event.revision}
                said={({ reason = '' }) => ({ ...about, reason: reason.trim() })}
                onDone={done}
              />
            )}
          </Act>
        ))}
    </div>
  );
}
