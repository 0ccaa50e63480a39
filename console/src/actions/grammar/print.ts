import { type ActionId, definitionOf } from '../definitions.ts';
import { type Lexicon, writtenAs } from './lexicon.ts';
import type { Values } from './parse.ts';

/** An action with its values as the line that means them; read again it says the same. */
export function print(
  action: ActionId,
  values: Values,
  lexicon: Lexicon,
  language: 'en' | 'zh',
): string {
  const { verb, params = [] } = definitionOf(action);
  const said = params.flatMap(({ name, kind }) => {
    const value = values[name];
    if (value === undefined) return [];
    return [kind === 'text' ? value : (writtenAs(lexicon, kind, value) ?? value)];
  });
  return `/${[verb[language], ...said].join(' ')}`;
}
