import { line } from '../api/live.ts';
import { useNow } from '../store/clock.ts';
import { connectionState } from '../store/connection.ts';
import { useSignal } from '../store/signal.ts';
import { status } from './status.ts';
import { useWords } from './words.ts';

/** Under the header while the line is not whole: what happened, what was kept, what to do. */
export function ConnectionNotice() {
  const { t } = useWords();
  useNow();
  const told = useSignal(status);
  const state = connectionState(useSignal(line), Date.now());
  if (state === 'live' || state === 'connecting') return null;
  return (
    <p className="connection-notice" role="status">
      {t(`connection.${state}Help`, { seconds: Math.round(told?.lagSeconds ?? 0) })}
    </p>
  );
}
