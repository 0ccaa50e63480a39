import { useText } from '../i18n/text.ts';

/** Something could not be loaded, and what can be done about it. */
export function Failed({ onRetry }: { onRetry?: () => void }) {
  const t = useText();
  return (
    <div className="failed" role="alert">
      <p>{t('state.failed')}</p>
      {onRetry && (
        <button type="button" onClick={onRetry}>
          {t('state.retry')}
        </button>
      )}
    </div>
  );
}
