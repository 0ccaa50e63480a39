import { line } from '../api/live.ts';
import { age } from '../i18n/format.ts';
import { useNow } from '../store/clock.ts';
import { connectionState } from '../store/connection.ts';
import { useSignal } from '../store/signal.ts';
import { status } from './status.ts';
import { useWords } from './words.ts';

const shapes = {
  connecting: '…',
  live: '●',
  reconnecting: '◐',
  offline: '○',
  silent: '◎',
  behind: '◑',
  stopped: '◎',
  failed: '◎',
  unknown: '◎',
} as const;

/** How true the screen is: the state of the line in a word and a shape, and the last event's age. */
export function Connection() {
  const { t, day } = useWords();
  const now = useNow();
  const told = useSignal(status);
  const state = connectionState(useSignal(line), Date.now());
  const lag = Math.round(told?.lagSeconds ?? 0);
  const help =
    state === 'live' || state === 'connecting'
      ? undefined
      : t(`connection.${state}Help`, { seconds: lag });
  const last = told?.lastEventAt ?? null;
  return (
    <span className={`connection ${state}`}>
      <span role="status" data-testid="connection" data-state={state} title={help}>
        <span aria-hidden="true">{shapes[state]}</span> {t(`connection.${state}`)}
      </span>
      <span className="quiet" data-testid="last-event" title={last === null ? '' : day(last)}>
        {last === null
          ? t('app.noEvent')
          : t('app.lastEvent', { age: age(now - Date.parse(last)) })}
      </span>
    </span>
  );
}
