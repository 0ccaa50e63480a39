/** A word of a line and where it begins in it. */
export interface Word {
  readonly text: string;
  readonly at: number;
}

export interface Words {
  readonly verb: string;
  readonly words: readonly Word[];
  /** The line from a word on, as it was typed. */
  readonly rest: (word: Word) => string;
  /** The line ends within its last word, the verb included, so that it can still grow. */
  readonly growing: boolean;
}

/** A line as its verb and the words behind it; a slash before the verb doesn't count. */
export function wordsOf(line: string): Words {
  const all = [...line.matchAll(/\S+/g)].map((found) => ({ text: found[0], at: found.index }));
  const [first, ...words] = all;
  const bare = (first?.text ?? '').replace(/^\//, '');
  return {
    verb: bare,
    words,
    rest: (word) => line.slice(word.at).trim(),
    growing: /\S$/.test(line),
  };
}
