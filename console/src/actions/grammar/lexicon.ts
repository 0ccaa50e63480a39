import type { Kind } from '../definition.ts';

/** Something that a word can name. */
export interface Entry {
  readonly value: string;
  /** Each of them means it; the first is how it is written out. */
  readonly names: readonly string[];
  /** What it is, for whoever chooses. */
  readonly told: string;
}

export type ChoiceKind = Exclude<Kind, 'text'>;

/** What can be named now, and what is meant where it is left out: the incident that is open. */
export interface Lexicon {
  readonly entries: Readonly<Record<ChoiceKind, readonly Entry[]>>;
  readonly meant: Partial<Readonly<Record<ChoiceKind, string>>>;
}

export const noEntries: Lexicon['entries'] = {
  department: [],
  incident: [],
  level: [],
  cancelReason: [],
  stage: [],
  task: [],
  type: [],
  unit: [],
  view: [],
};

/** A word as it is compared: case, accents, spaces and hyphens don't count. */
export const folded = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}\s\-_/#]/gu, '')
    .toLowerCase();

// A number or a call sign that is half typed could be another's: these are named in full.
const inFull: ReadonlySet<ChoiceKind> = new Set(['incident', 'task', 'unit', 'level']);

/** The entries that begin with the word, in the lexicon's order. */
export const beginning = (entries: readonly Entry[], word: string): readonly Entry[] =>
  entries.filter(({ names }) => names.some((name) => folded(name).startsWith(folded(word))));

/** Those that the word can mean: the one it names exactly, or else all that it begins. */
export function meant(lexicon: Lexicon, kind: ChoiceKind, word: string): readonly Entry[] {
  const entries = lexicon.entries[kind];
  const exact = entries.filter(({ names }) => names.some((name) => folded(name) === folded(word)));
  if (exact.length > 0 || inFull.has(kind)) return exact;
  return folded(word) === '' ? [] : beginning(entries, word);
}

/** The name by which the entry is told apart from every other, as one word. */
export function writtenAs(lexicon: Lexicon, kind: ChoiceKind, value: string): string | undefined {
  const entry = lexicon.entries[kind].find((one) => one.value === value);
  const names = [...(entry?.names ?? []), value].map((name) => name.replace(/\s+/g, ''));
  return names.find((name) => name !== '' && meant(lexicon, kind, name).length === 1);
}
