export type Language = 'en' | 'zh';

export const defaultLanguage: Language = 'zh';

/**
 * The language that a reader prefers, from an `Accept-Language` header or a plain tag; the first
 * of ours that it lists, ours by default when it lists none.
 */
export function languageOf(preferred: unknown): Language {
  if (typeof preferred !== 'string') return defaultLanguage;
  for (const tag of preferred.slice(0, 200).toLowerCase().split(',')) {
    const [name = ''] = tag.trim().split(/[-_;]/);
    if (name === 'zh' || name === 'en') return name;
  }
  return defaultLanguage;
}
