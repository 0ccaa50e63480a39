import type { City } from '../city/city.ts';
import type { Strike } from '../incident/command/state.ts';
import type { IncidentEvent } from '../incident/events.ts';
import { evolve, noIncident } from '../incident/evolve.ts';
import type { Incident } from '../incident/incident.ts';
import type { Stored } from '../metadata.ts';
import type { Cell, ReportLanguage } from './document.ts';
import { type Word, words } from './words.ts';

/** What every section of a report tells from, and how it says it. */
export interface Telling {
  readonly incident: Incident;
  readonly events: readonly Stored<IncidentEvent>[];
  readonly city: City | undefined;
  readonly language: ReportLanguage;
  readonly say: (word: Word) => string;
  /** One of the domain's words (a status, a role, a stage); itself where there is none for it. */
  readonly sayAny: (word: string) => string;
  /** In the city's time zone, to the second. */
  readonly time: (iso: string) => string;
  /** As h:mm:ss. */
  readonly span: (seconds: number) => string;
  readonly department: (id: string) => string;
  /** The text of an entry, struck if it was struck. */
  readonly entry: (text: string, revision: number) => Cell;
}

const isWord = (word: string): word is Word => Object.hasOwn(words, word);

function spanText(seconds: number): string {
  const total = Math.round(Math.abs(seconds));
  const two = (value: number) => String(value).padStart(2, '0');
  const text = `${Math.floor(total / 3600)}:${two(Math.floor(total / 60) % 60)}:${two(total % 60)}`;
  return seconds < 0 ? `−${text}` : text;
}

export function tellingOf(
  events: readonly Stored<IncidentEvent>[],
  city: City | undefined,
  language: ReportLanguage,
): Telling {
  const incident = events.reduce(evolve, noIncident);
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: city?.timeZone ?? 'UTC',
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const say = (word: Word) => words[word][language];
  const time = (iso: string) => format.format(new Date(iso));
  const strikeText = ({ by, occurredAt, reason }: Strike) =>
    `${say('struck')}: ${by.name}, ${time(occurredAt)} – ${reason}`;
  return {
    incident,
    events,
    city,
    language,
    say,
    sayAny: (word) => (isWord(word) ? say(word) : word),
    time,
    span: spanText,
    department: (id) => city?.departments.get(id)?.name[language] ?? id,
    entry: (text, revision) => {
      const strike = incident.struck.get(revision);
      return strike ? { text, struck: strikeText(strike) } : text;
    },
  };
}
