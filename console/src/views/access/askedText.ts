import { actionIds, definitionOf } from '../../actions/definitions.ts';
import { en } from '../../i18n/en.ts';
import type { Text } from '../../i18n/text.ts';

type Known = keyof typeof en.access.asked;
const isKnown = (name: string): name is Known => Object.hasOwn(en.access.asked, name);

/**
 * What was asked for, in words: a query by its own text, a command by the name of its action, a past
 * board by the board. What has no words, a tool's name say, stands as the log has it.
 */
export function askedText(t: Text, what: string): string {
  if (isKnown(what)) return t(`access.asked.${what}`);
  const board = /^(\w+) board$/.exec(what)?.[1];
  if (board !== undefined) return t('access.boardThen', { board });
  const action = actionIds.find((id) => definitionOf(id).may === what);
  return action === undefined ? what : t(definitionOf(action).name);
}
