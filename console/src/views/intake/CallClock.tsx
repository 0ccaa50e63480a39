import { useWords } from '../../app/words.ts';
import type { IntakeDraft } from '../dispatch/intakeDraft.ts';

/** The call clock: pressed when it rings and when it is picked up; both can be taken back. */
export function CallClock({
  draft,
  refused,
  onChange,
}: {
  draft: IntakeDraft;
  refused: (field: string) => string | undefined;
  onChange: (part: Partial<IntakeDraft>) => void;
}) {
  const { t, time } = useWords();
  const now = (): string => new Date().toISOString();
  const fault = refused('receivedAt') ?? refused('answeredAt');
  return (
    <fieldset>
      <legend>{t('judge.clock')}</legend>
      <div className="buttons">
        <button
          type="button"
          aria-pressed={draft.receivedAt !== ''}
          onClick={() => onChange({ receivedAt: draft.receivedAt === '' ? now() : '' })}
        >
          {t('judge.receivedAt')} {draft.receivedAt !== '' && time(draft.receivedAt)}
        </button>
        <button
          type="button"
          aria-pressed={draft.answeredAt !== ''}
          onClick={() => onChange({ answeredAt: draft.answeredAt === '' ? now() : '' })}
        >
          {t('judge.answeredAt')} {draft.answeredAt !== '' && time(draft.answeredAt)}
        </button>
      </div>
      {fault !== undefined && <p className="fault">{fault}</p>}
    </fieldset>
  );
}
