import { language } from '../../../bin/words.mjs';
import { en, type Words } from './en.ts';
import { zh } from './zh.ts';

export type { Counted } from './en.ts';

/** The rules of a value's form that a schema can name. */
export type Rule = keyof Words['rules'];

/** What is said of profile files, in the language of LC_ALL, LC_MESSAGES or LANG. */
export const words: Words = language() === 'zh' ? zh : en;
