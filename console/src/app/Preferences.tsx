import { useText } from '../i18n/text.ts';
import { language, type Theme, theme, themeAfter } from '../store/preferences.ts';
import { useSignal } from '../store/signal.ts';

const shapes: Readonly<Record<Theme, string>> = { system: '◐', dark: '●', light: '○' };

/** Language and theme; both are kept and take effect at once. */
export function Preferences() {
  const t = useText();
  const spoken = useSignal(language);
  const shown = useSignal(theme);
  const other = spoken === 'en' ? 'zh-CN' : 'en';
  const label = t('app.theme', { theme: t(`app.themes.${shown}`) });
  return (
    <>
      <button
        type="button"
        className="plain"
        data-testid="language"
        lang={other}
        onClick={() => language.set(other)}
      >
        {t('app.otherLanguage')}
      </button>
      <button
        type="button"
        className="plain theme"
        data-testid="theme"
        aria-label={label}
        title={label}
        onClick={() => theme.set(themeAfter[shown])}
      >
        <span aria-hidden="true">{shapes[shown]}</span>
      </button>
    </>
  );
}
