import { useText } from '../i18n/text.ts';

/** Stands where a screen failed. */
export function Crashed() {
  const t = useText();
  return (
    <div className="failed" role="alert">
      <p>{t('state.crashed')}</p>
      <button type="button" onClick={() => window.location.reload()}>
        {t('state.reload')}
      </button>
    </div>
  );
}
