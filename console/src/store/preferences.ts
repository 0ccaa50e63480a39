import { type Signal, signal } from './signal.ts';

export type Theme = 'system' | 'dark' | 'light';
export type Language = 'zh-CN' | 'en';

/** A choice that outlives the window. */
function kept<T extends string>(key: string, allowed: readonly T[], otherwise: T): Signal<T> {
  const found = localStorage.getItem(key);
  const inner = signal(allowed.find((value) => value === found) ?? otherwise);
  const set = (value: T): void => {
    localStorage.setItem(key, value);
    inner.set(value);
  };
  return { ...inner, set };
}

const spoken: Language = navigator.language.startsWith('zh') ? 'zh-CN' : 'en';

export const language = kept<Language>('tocsin.language', ['zh-CN', 'en'], spoken);
/** The theme that comes after each, as the button goes through them. */
export const themeAfter: Readonly<Record<Theme, Theme>> = {
  system: 'dark',
  dark: 'light',
  light: 'system',
};

export const theme = kept<Theme>('tocsin.theme', ['system', 'dark', 'light'], 'system');
/** Whether a single key means an action; some people press keys without meaning to. */
export const singleKeys = kept<'on' | 'off'>('tocsin.singleKeys', ['on', 'off'], 'on');
/** Whether the map is drawn; on a machine without a graphics card one may want to do without. */
export const mapDrawn = kept<'on' | 'off'>('tocsin.map', ['on', 'off'], 'on');
