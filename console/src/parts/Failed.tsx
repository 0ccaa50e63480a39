import { useText } from '../i18n/text.ts';

/** Something could not be loaded, and why not or what can be done about it. */
export function Failed({
  why,
  onRetry,
}: {
  /** What the server refused it with. */
  why?: string | undefined;
  onRetry?: () => void;
}) {
  const t = useText();
  return (
    <div className="failed" role="alert">
      <p>{why ?? t('state.failed')}</p>
      {onRetry && (
        <button type="button" onClick={onRetry}>
          {t('state.retry')}
        </button>
      )}
    </div>
  );
}
