import type { Param } from '../definition.ts';
import { type ActionId, definitionOf } from '../definitions.ts';
import { beginning, type Entry, type Lexicon, meant, writtenAs } from './lexicon.ts';
import { actionsNamed, leftOut } from './parse.ts';
import { type Word, wordsOf } from './words.ts';

/** What a line can become: the whole line so far, what is added, and what it stands for. */
export interface Completion {
  readonly line: string;
  readonly text: string;
  /** An action where the verb is completed, an entry where a value is. */
  readonly action?: ActionId;
  readonly told?: string;
}

const most = 12;

/** The params that a growing word may be: the next one, and those behind it that may be left out. */
function nextParams(params: readonly Param[], said: number, lexicon: Lexicon): readonly Param[] {
  const next: Param[] = [];
  for (const param of params.slice(said)) {
    next.push(param);
    if (leftOut(param, lexicon) === undefined) break;
  }
  return next;
}

function ofValues(
  before: string,
  params: readonly Param[],
  word: string,
  lexicon: Lexicon,
): readonly Completion[] {
  const offered = (param: Param): readonly (readonly [Param, Entry])[] =>
    param.kind === 'text'
      ? []
      : beginning(lexicon.entries[param.kind], word).map((entry) => [param, entry] as const);
  return params.flatMap(offered).flatMap(([{ kind }, { value, told }]) => {
    const text = kind === 'text' ? undefined : writtenAs(lexicon, kind, value);
    return text === undefined ? [] : [{ line: `${before}${text} `, text, told }];
  });
}

/** How many params the finished words have said, each in its turn or the next that it fits. */
function said(params: readonly Param[], words: readonly Word[], lexicon: Lexicon): number | null {
  let at = 0;
  for (const { text } of words) {
    const fits = nextParams(params, at, lexicon).findIndex(
      ({ kind }) => kind === 'text' || meant(lexicon, kind, text).length > 0,
    );
    if (fits < 0) return null;
    if (params[at + fits]?.kind === 'text') return null;
    at += fits + 1;
  }
  return at;
}

/** What may come next, for a caret at the end of the line. `offered` are the actions there are. */
export function complete(
  line: string,
  lexicon: Lexicon,
  offered: readonly ActionId[],
  language: 'en' | 'zh',
): readonly Completion[] {
  const { verb, words, growing } = wordsOf(line);
  if (words.length === 0 && (growing || verb === '')) {
    return actionsNamed(verb)
      .filter((id) => offered.includes(id))
      .map((id) => {
        const text = definitionOf(id).verb[language];
        return { line: `/${text} `, text, action: id };
      });
  }
  const [action, ...others] = actionsNamed(verb);
  if (action === undefined || others.length > 0) return [];
  const params = definitionOf(action).params ?? [];
  const finished = growing ? words.slice(0, -1) : words;
  const last = growing ? words.at(-1) : undefined;
  const at = said(params, finished, lexicon);
  if (at === null) return [];
  const before = last === undefined ? `${line.trimEnd()} ` : line.slice(0, last.at);
  return ofValues(before, nextParams(params, at, lexicon), last?.text ?? '', lexicon).slice(
    0,
    most,
  );
}
