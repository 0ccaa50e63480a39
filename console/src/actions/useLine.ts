import { useCallback, useState } from 'react';
import { type Sending, useSending } from '../api/useCommand.ts';
import { useDesk } from '../app/desk.ts';
import { useWords } from '../app/words.ts';
import { carryOut, type Places } from './carryOut.ts';
import { type ActionId, definitionOf } from './definitions.ts';
import { faultText } from './faultText.ts';
import type { Lexicon } from './grammar/lexicon.ts';
import { type Parsed, parse, type Values } from './grammar/parse.ts';
import { print } from './grammar/print.ts';
import { remember } from './history.ts';
import { orders } from './orders/orders.ts';

/** What became of the last line: `line` as it was understood, and the fault where nothing was sent. */
export interface LastLine {
  readonly line: string;
  readonly fault: string | null;
}

export interface Line {
  readonly last: LastLine | null;
  readonly sending: Sending;
  /** Reads a line and does what it says. True when it was understood. */
  readonly give: (text: string) => boolean;
  readonly dismiss: () => void;
}

/** What is meant by its button alone: an action that takes values but was given none. */
const byButton = (parsed: Parsed, text: string): ActionId | null =>
  parsed.at === 'fault' && parsed.why.fault === 'missing' && /^\/?\S+\s*$/.test(text.trim())
    ? parsed.action
    : null;

/** Gives lines: those that are commands go to the server, the others are done here. */
export function useLine(lexicon: Lexicon, places: Places, offered: readonly ActionId[]): Line {
  const { viewer, city, incidents, units, tasks } = useDesk();
  const { t, language } = useWords();
  const sending = useSending();
  const [last, setLast] = useState<LastLine | null>(null);
  const spoken = language === 'en' ? 'en' : 'zh';

  const refuse = (line: string, fault: string): boolean => {
    sending.reset();
    setLast({ line, fault });
    return false;
  };

  const order = (id: ActionId, values: Values): boolean => {
    const line = print(id, values, lexicon, spoken);
    const prepared = orders[id]?.(values, {
      viewer,
      city,
      t,
      incident: incidents.store.row,
      unit: units.store.row,
      task: tasks?.store.row ?? (() => undefined),
    });
    if (!prepared) return refuse(line, t('line.gone'));
    remember(viewer.account, line);
    setLast({ line, fault: null });
    sending.send(prepared);
    return true;
  };

  const act = (id: ActionId, values: Values): boolean => {
    const line = print(id, values, lexicon, spoken);
    sending.reset();
    setLast(null);
    if (!carryOut(id, values, places)) return refuse(line, t('line.nowhere'));
    remember(viewer.account, line);
    return true;
  };

  const give = (text: string): boolean => {
    const parsed = parse(text, lexicon);
    const alone = byButton(parsed, text);
    if (alone !== null && offered.includes(alone) && carryOut(alone, {}, places)) {
      sending.reset();
      setLast(null);
      return true;
    }
    if (parsed.at === 'nothing') return false;
    if (parsed.at === 'fault') return refuse(text, faultText(t, parsed.why));
    if (!offered.includes(parsed.action))
      return refuse(text, t('line.notAllowed', { action: t(definitionOf(parsed.action).name) }));
    return orders[parsed.action]
      ? order(parsed.action, parsed.values)
      : act(parsed.action, parsed.values);
  };

  const { reset } = sending;
  const dismiss = useCallback(() => {
    setLast(null);
    reset();
  }, [reset]);
  return { last, sending, give, dismiss };
}
