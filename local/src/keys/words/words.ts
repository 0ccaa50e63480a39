import { language } from '../../../bin/words.mjs';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** What is said of the key store and of erasing, in the language of LC_ALL, LC_MESSAGES or LANG. */
export const words: typeof en = language() === 'zh' ? zh : en;
