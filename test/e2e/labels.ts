import { en } from '../../console/src/i18n/en.ts';
import { zh } from '../../console/src/i18n/zh.ts';
import type { Language } from './browser.ts';

/** A label as the console has it, by its path, as in `commanding.take`. */
export function label(language: Language, path: string): string {
  let found: unknown = language === 'en' ? en : zh;
  for (const key of path.split('.'))
    found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined;
  if (typeof found !== 'string') throw new RangeError(`the console has no label ${path}`);
  return found;
}
