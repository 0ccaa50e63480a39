import { route, writeRoute } from '../app/route.ts';
import { useText } from '../i18n/text.ts';
import { useSignal } from '../store/signal.ts';

/**
 * Opens a pane in a window of its own, for another monitor. The window begins with this one's
 * session: it is the same person at the same desk.
 */
export function PopOut({ pane }: { pane: readonly string[] }) {
  const t = useText();
  const [view] = useSignal(route);
  if (view === 'pane') return null;
  const address = writeRoute('pane', ...pane);
  const open = (): void => {
    window.open(address, `tocsin-${pane.join('-')}`, 'popup,width=960,height=900');
  };
  return (
    <button
      type="button"
      className="plain pop-out"
      data-testid={`pop-out-${pane[0]}`}
      title={t('panes.popOut')}
      aria-label={t('panes.popOut')}
      onClick={open}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M6 3H3v10h10v-3M9 3h4v4M13 3 7 9" fill="none" stroke="currentColor" />
      </svg>
    </button>
  );
}
