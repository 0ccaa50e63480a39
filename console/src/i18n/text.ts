import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { en } from './en.ts';

type Name<K extends string | number> = K extends `${infer Stem}_one` | `${infer Stem}_other`
  ? Stem
  : `${K}`;
type Keys<T, Before extends string = ''> = {
  [K in keyof T & (string | number)]: T[K] extends string
    ? `${Before}${Name<K>}`
    : Keys<T[K], `${Before}${K}.`>;
}[keyof T & (string | number)];

/** The keys of the catalogues, plural forms without their ending. */
export type TextKey = Keys<typeof en>;

/** A text in the language of the console, with its facts filled in. Unknown keys don't compile. */
export type Text = (key: TextKey, facts?: Readonly<Record<string, string | number>>) => string;

/** Texts that change at once when another language is chosen. */
export function useText(): Text {
  const { t } = useTranslation();
  return useCallback<Text>((key, facts) => t(key, { ...facts }), [t]);
}
