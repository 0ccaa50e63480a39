import { useEffect } from 'react';
import { useWords } from '../app/words.ts';
import { CommandOutcome } from '../parts/CommandOutcome.tsx';
import type { Line } from './useLine.ts';

/** How long an accepted line stays in sight, in milliseconds. */
const glance = 6000;

/** What became of the last line, under it: on its way, accepted, refused, or who came first. */
export function LineOutcome({ line: { last, sending, dismiss } }: { line: Line }) {
  const { t } = useWords();
  const accepted = sending.state.at === 'accepted';
  useEffect(() => {
    if (!accepted) return;
    const timer = setTimeout(dismiss, glance);
    return () => clearTimeout(timer);
  }, [accepted, dismiss]);
  if (last === null) return null;
  return (
    <div className="line-open line-said" data-testid="line-outcome" data-state={sending.state.at}>
      <p>
        <code>{last.line}</code>{' '}
        {accepted && (
          <b role="status" data-testid="line-accepted">
            ✓ {t('line.accepted')}
          </b>
        )}
        <button type="button" className="plain" onClick={dismiss}>
          {t('action.dismiss')}
        </button>
      </p>
      {last.fault !== null && (
        <p className="fault" role="alert" data-testid="line-fault">
          {last.fault}
        </p>
      )}
      <CommandOutcome state={sending.state} onAgain={sending.again} onResend={sending.resend} />
    </div>
  );
}
