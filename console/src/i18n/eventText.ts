import type { Actor } from '../api/types.ts';
import { en } from './en.ts';
import type { Text } from './text.ts';

type EventName = keyof typeof en.event;

const isKnown = (type: string): type is EventName => type in en.event;

/** An event's type in words; a type newer than this console keeps its own name. */
export const eventText = (t: Text, type: string): string =>
  isKnown(type) ? t(`event.${type}`) : type;

const isPolicy = (name: string): name is keyof typeof en.policy => name in en.policy;

/** Who acted: a person's or an importer's own name; the system's rules have one in each language. */
export const actorText = (t: Text, { kind, name }: Actor): string =>
  kind === 'POLICY' && isPolicy(name) ? t(`policy.${name}`) : name;
