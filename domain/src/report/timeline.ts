import type { IncidentEvent } from '../incident/events.ts';
import type { Stored } from '../metadata.ts';
import type { Block, Cell, Section } from './document.ts';
import { eventWords } from './eventWords.ts';
import type { Telling } from './telling.ts';

const texts = [
  'what',
  'instruction',
  'topic',
  'name',
  'text',
  'note',
  'reason',
  'summary',
  'briefing',
] as const;
/** Events whose `note` is an id, not a text. */
const notesById: readonly IncidentEvent['type'][] = ['NoteAdded'];

/** What an event of any type is about, from the facts that most have. */
export function detailOf(
  { department, sayAny }: Telling,
  { type, data }: Stored<IncidentEvent>,
): string {
  const facts = new Map<string, unknown>(Object.entries(data));
  const textOf = (name: string): string[] => {
    const value = facts.get(name);
    return typeof value === 'string' && value !== '' ? [value] : [];
  };
  const number = facts.get('number');
  const to = facts.get('to');
  const person =
    typeof to === 'object' && to !== null && 'name' in to && typeof to.name === 'string'
      ? [to.name]
      : [];
  return [
    ...(typeof number === 'number' ? [String(number)] : []),
    ...textOf('department').map(department),
    ...textOf('callSign'),
    ...textOf('stage').map(sayAny),
    ...textOf('role').map(sayAny),
    ...person,
    ...texts.filter((name) => name !== 'note' || !notesById.includes(type)).flatMap(textOf),
  ].join(' · ');
}

/** From this many seconds on an entry counts as late. */
const lateAfter = 60;

/** When an entry was recorded; a late one says how late. */
export function recordedText({ say, time, span }: Telling, event: Stored<IncidentEvent>): string {
  const { occurredAt, recordedAt } = event.meta;
  const late = (Date.parse(recordedAt) - Date.parse(occurredAt)) / 1000;
  return late < lateAfter
    ? time(recordedAt)
    : `${time(recordedAt)}\n(${say('late')} +${span(late)})`;
}

const lineOf = (telling: Telling, event: Stored<IncidentEvent>): readonly Cell[] => {
  const { language, time, entry } = telling;
  const { actor, occurredAt } = event.meta;
  return [
    time(occurredAt),
    recordedText(telling, event),
    actor.name,
    eventWords[event.type][language],
    entry(detailOf(telling, event), Number(event.revision)),
  ];
};

const tableOf = (telling: Telling, events: readonly Stored<IncidentEvent>[]): Block => ({
  kind: 'table',
  columns: (['occurred', 'recorded', 'who', 'event', 'note'] as const).map(telling.say),
  rows: events.map((event) => lineOf(telling, event)),
});

/** Every entry, in the order of the record. */
export const timelineSection = (telling: Telling): Section => ({
  title: telling.say('timeline'),
  blocks: [tableOf(telling, telling.events)],
});

/** The entries of some types alone; no blocks where there are none. */
export function entriesSection(
  telling: Telling,
  title: 'command' | 'supplies',
  wanted: (type: IncidentEvent['type']) => boolean,
): Section {
  const events = telling.events.filter(({ type }) => wanted(type));
  return {
    title: telling.say(title),
    blocks: events.length === 0 ? [] : [tableOf(telling, events)],
  };
}
