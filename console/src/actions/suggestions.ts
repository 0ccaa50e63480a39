import type { Text } from '../i18n/text.ts';
import { type ActionId, definitionOf } from './definitions.ts';
import { complete } from './grammar/complete.ts';
import type { Lexicon } from './grammar/lexicon.ts';

export interface Suggestion {
  /** What the line becomes. */
  readonly line: string;
  readonly text: string;
  readonly told: string;
  readonly action?: ActionId;
  /** A line of before: taking it leaves it to be looked at. */
  readonly given?: true;
}

const newest = 5;

const found = (t: Text, id: ActionId, spoken: 'en' | 'zh'): Suggestion => {
  const text = definitionOf(id).verb[spoken];
  return { line: `/${text} `, text: `/${text}`, told: t(definitionOf(id).name), action: id };
};

/** What a line can become: on an empty one the last lines and every action, else what fits. */
export function suggestions(
  line: string,
  lexicon: Lexicon,
  offered: readonly ActionId[],
  given: readonly string[],
  t: Text,
  spoken: 'en' | 'zh',
): readonly Suggestion[] {
  const bare = line.trim().replace(/^\//, '').toLowerCase();
  if (bare === '')
    return [
      ...given
        .slice(0, newest)
        .map((text) => ({ line: text, text, told: t('line.before'), given: true as const })),
      ...offered.map((id) => found(t, id, spoken)),
    ];
  const completions = complete(line, lexicon, offered, spoken).map((one) =>
    one.action === undefined
      ? { line: one.line, text: one.text, told: one.told ?? '' }
      : found(t, one.action, spoken),
  );
  if (completions.length > 0 || /\s/.test(line.trim())) return completions;
  return offered
    .filter((id) => t(definitionOf(id).name).toLowerCase().includes(bare))
    .map((id) => found(t, id, spoken));
}
