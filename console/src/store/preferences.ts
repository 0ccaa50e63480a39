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
export const theme = kept<Theme>('tocsin.theme', ['system', 'dark', 'light'], 'system');
