import { useText } from '../i18n/text.ts';
import { useSignal } from '../store/signal.ts';
import { useDesk } from './desk.ts';

/** What was answered without a line: how much waits, and that it isn't lost. */
export function OutboxNotice() {
  const { post } = useDesk();
  const t = useText();
  const letters = useSignal(post.letters);
  const stuck = useSignal(post.stuck);
  if (letters.length === 0 || !stuck) return null;
  return (
    <p className="connection-notice" role="status" data-testid="outbox">
      {t('outbox.waiting', { count: letters.length })}
    </p>
  );
}
