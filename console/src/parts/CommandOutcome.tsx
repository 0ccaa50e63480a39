import type { Conflict } from '../api/types.ts';
import { useWords } from '../app/words.ts';
import { eventText } from '../i18n/eventText.ts';
import { useText } from '../i18n/text.ts';
import { type CommandState, nextAttempt } from '../store/commandState.ts';

function Meanwhile({ conflict, onResend }: { conflict: Conflict; onResend?: Resend }) {
  const { t, actor, time } = useWords();
  return (
    <div className="outcome conflict" role="alert" data-testid="conflict">
      <p>
        <b className="act-now">!</b> {t('command.conflict')}
      </p>
      <ul>
        {conflict.meanwhile.map((entry) => (
          <li key={entry.revision}>
            {time(entry.occurredAt)} {actor(entry.actor)} {eventText(t, entry.type)}
          </li>
        ))}
      </ul>
      {onResend && (
        <button type="button" onClick={() => onResend(conflict.actualRevision)}>
          {t('command.sendAnyway')}
        </button>
      )}
    </div>
  );
}

type Resend = (revision: string) => void;

/**
 * What became of a command, in words. A rejection that names one of `fields` is shown there by the
 * form itself. `onResend` sends it anew from the revision that the conflict named.
 */
export function CommandOutcome({
  state,
  fields = [],
  onAgain,
  onResend,
}: {
  state: CommandState;
  fields?: readonly string[];
  onAgain: () => void;
  onResend?: Resend;
}) {
  const t = useText();
  switch (state.at) {
    case 'idle':
    case 'accepted':
      return null;
    case 'sending':
      return (
        <p className="outcome sending" role="status">
          {t('command.sending')}
        </p>
      );
    case 'lost':
      return (
        <div className="outcome" role="alert">
          <p>{nextAttempt(state) === null ? t('command.lostForGood') : t('command.lost')}</p>
          <button type="button" onClick={onAgain}>
            {t('command.again')}
          </button>
        </div>
      );
    case 'rejected':
      if (state.result.field !== null && fields.includes(state.result.field)) return null;
      return (
        <p className="outcome fault" role="alert" data-testid="rejection">
          {state.result.message}
        </p>
      );
    case 'conflict':
      return (
        <Meanwhile conflict={state.result} {...(onResend === undefined ? {} : { onResend })} />
      );
    case 'failed':
      return (
        <div className="outcome fault" role="alert">
          <p>{t('command.failed', { message: state.message })}</p>
          <button type="button" onClick={onAgain}>
            {t('command.again')}
          </button>
        </div>
      );
  }
}
