import type { Definition, Param } from '../definition.ts';
import { type ActionId, actionIds, definitionOf } from '../definitions.ts';
import { type Entry, folded, type Lexicon, meant } from './lexicon.ts';
import { type Word, wordsOf } from './words.ts';

export type Values = Readonly<Record<string, string>>;

export type Fault =
  | { readonly fault: 'unknownVerb'; readonly word: string }
  | { readonly fault: 'ambiguousVerb'; readonly word: string; readonly could: readonly string[] }
  | { readonly fault: 'missing'; readonly param: Param }
  | { readonly fault: 'unknown'; readonly word: string; readonly param: Param }
  | {
      readonly fault: 'ambiguous';
      readonly word: string;
      readonly param: Param;
      readonly could: readonly Entry[];
    }
  | { readonly fault: 'tooMuch'; readonly word: string };

/** What a line means; `action` is there as soon as its verb is clear. */
export type Parsed =
  | { readonly at: 'nothing' }
  | { readonly at: 'fault'; readonly action: ActionId | null; readonly why: Fault }
  | { readonly at: 'whole'; readonly action: ActionId; readonly values: Values };

const verbsOf = (id: ActionId): readonly string[] => Object.values(definitionOf(id).verb);

/** The actions whose verb is this word, or else begins with it. */
export function actionsNamed(word: string): readonly ActionId[] {
  const wanted = folded(word);
  const exact = actionIds.filter((id) => verbsOf(id).some((verb) => folded(verb) === wanted));
  if (exact.length > 0) return exact;
  return actionIds.filter((id) => verbsOf(id).some((verb) => folded(verb).startsWith(wanted)));
}

/** The value that stands for a param that was left out; undefined where it must be said. */
export const leftOut = (param: Param, lexicon: Lexicon): string | null | undefined => {
  const open = param.kind === 'text' ? undefined : lexicon.meant[param.kind];
  return open ?? (param.optional ? null : undefined);
};

type Bound = { readonly values: Values } | { readonly why: Fault };

function named(param: Param, word: string, lexicon: Lexicon): Entry | Fault {
  if (param.kind === 'text') return { value: word, names: [word], told: '' };
  const could = meant(lexicon, param.kind, word);
  const [only] = could;
  if (only === undefined) return { fault: 'unknown', word, param };
  return could.length === 1 ? only : { fault: 'ambiguous', word, param, could };
}

/** Says the first param by the first word or leaves it out, and so on; the first way that fits holds. */
export function bind(
  params: readonly Param[],
  words: readonly Word[],
  rest: (word: Word) => string,
  lexicon: Lexicon,
): Bound {
  const [param, ...others] = params;
  const [word, ...later] = words;
  if (param === undefined) {
    return word === undefined ? { values: {} } : { why: { fault: 'tooMuch', word: word.text } };
  }
  const skipped = leftOut(param, lexicon);
  const skip = (why: Fault): Bound => {
    if (skipped === undefined) return { why };
    const bound = bind(others, words, rest, lexicon);
    if ('why' in bound) return word === undefined ? bound : { why };
    return skipped === null ? bound : { values: { [param.name]: skipped, ...bound.values } };
  };
  if (word === undefined) return skip({ fault: 'missing', param });
  const isText = param.kind === 'text';
  const found = named(param, isText ? rest(word) : word.text, lexicon);
  if ('fault' in found) return skip(found);
  const bound = bind(others, isText ? [] : later, rest, lexicon);
  if ('why' in bound) return skip(bound.why);
  return { values: { [param.name]: found.value, ...bound.values } };
}

/** Reads a line: a verb, objects and values; what stands open may be left out. */
export function parse(line: string, lexicon: Lexicon): Parsed {
  const { verb, words, rest } = wordsOf(line);
  if (verb === '') return { at: 'nothing' };
  const [action, ...others] = actionsNamed(verb);
  if (action === undefined)
    return { at: 'fault', action: null, why: { fault: 'unknownVerb', word: verb } };
  if (others.length > 0) {
    const could = [action, ...others].map((id) => definitionOf(id).verb.en);
    return { at: 'fault', action: null, why: { fault: 'ambiguousVerb', word: verb, could } };
  }
  const bound = bind(paramsOf(definitionOf(action)), words, rest, lexicon);
  return 'why' in bound
    ? { at: 'fault', action, why: bound.why }
    : { at: 'whole', action, values: bound.values };
}

const paramsOf = ({ params }: Definition): readonly Param[] => params ?? [];
