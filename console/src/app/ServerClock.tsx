import { useNow } from '../store/clock.ts';
import { useWords } from './words.ts';

export function ServerClock() {
  const { t, time } = useWords();
  const now = new Date(useNow()).toISOString();
  return (
    <time className="clock" data-testid="clock" title={t('app.serverClock')} dateTime={now}>
      {time(now)}
    </time>
  );
}
