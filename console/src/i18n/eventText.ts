import { en } from './en.ts';
import type { Text } from './text.ts';

type EventName = keyof typeof en.event;

const isKnown = (type: string): type is EventName => type in en.event;

/** An event's type in words; a type newer than this console keeps its own name. */
export const eventText = (t: Text, type: string): string =>
  isKnown(type) ? t(`event.${type}`) : type;
