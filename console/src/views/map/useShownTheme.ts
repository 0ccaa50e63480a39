import { useSyncExternalStore } from 'react';
import { theme } from '../../store/preferences.ts';
import { useSignal } from '../../store/signal.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');

function watch(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}

/** Dark or light, as the page is really shown. */
export function useShownTheme(): 'dark' | 'light' {
  const chosen = useSignal(theme);
  const systemDark = useSyncExternalStore(watch, () => dark.matches);
  if (chosen !== 'system') return chosen;
  return systemDark ? 'dark' : 'light';
}
