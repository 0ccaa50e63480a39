import { language } from '../../../bin/words.mjs';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** What the import says, in the language of LC_ALL, LC_MESSAGES or LANG. */
export const words: typeof en = language() === 'zh' ? zh : en;
