import type { IncidentEvent } from '../../incident/events.ts';
import type { Stored } from '../../metadata.ts';
import type { Block, Cell, ReportDocument, Section } from '../document.ts';
import { eventWords } from '../eventWords.ts';
import { reportHtml } from '../html.ts';
import { reportMarkdown } from '../markdown.ts';
import type { Telling } from '../telling.ts';
import { detailOf, recordedText } from '../timeline.ts';
import { type FormWord, formWords } from './words.ts';

/** A form folded from an incident's record, as it is printed and as it is read on. */
export interface Form {
  readonly document: ReportDocument;
  readonly markdown: string;
  readonly html: string;
}

export interface FormOptions {
  /** The incident's number in its city, where it is known. */
  readonly number?: number | undefined;
  /** The operational period begins here (occurred, ISO 8601); absent: with the incident. */
  readonly since?: string | undefined;
}

export const sayIn =
  ({ language }: Pick<Telling, 'language'>) =>
  (word: FormWord): string =>
    formWords[word][language];

export const factsBlock = (facts: readonly (readonly [string, Cell])[]): Block => ({
  kind: 'facts',
  facts: facts.filter(([, value]) => value !== ''),
});

export const tableOr = (
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  otherwise: string,
): readonly Block[] =>
  rows.length > 0 ? [{ kind: 'table', columns, rows }] : [{ kind: 'text', text: otherwise }];

export const isWithin =
  ({ since = '' }: FormOptions) =>
  ({ meta }: Pick<Stored<IncidentEvent>, 'meta'>): boolean =>
    meta.occurredAt >= since;

/** From when to when, by the times at which things occurred. */
export function periodOf({ events, time }: Telling, { since }: FormOptions): string {
  const occurred = events.map(({ meta }) => meta.occurredAt).sort();
  const from = since ?? occurred[0];
  const to = occurred.at(-1);
  return from === undefined || to === undefined ? '' : `${time(from)} – ${time(to)}`;
}

/** One entry by the time at which it occurred; a late one says how late, a struck one by whom. */
export function activity(telling: Telling, event: Stored<IncidentEvent>): readonly Cell[] {
  const { language, time, entry } = telling;
  const { actor, occurredAt } = event.meta;
  const detail = detailOf(telling, event);
  const said = eventWords[event.type][language];
  const text = detail === '' ? said : `${said}: ${detail}`;
  return [
    time(occurredAt),
    recordedText(telling, event),
    actor.name,
    entry(text, Number(event.revision)),
  ];
}

/** In the order in which things occurred; of what occurred at once, in the record's. */
export const byOccurred = (events: readonly Stored<IncidentEvent>[]): Stored<IncidentEvent>[] =>
  events.toSorted((one, other) => one.meta.occurredAt.localeCompare(other.meta.occurredAt));

/** Of which state of the record the form was made, and where it is signed. */
export function closingSections(telling: Telling): readonly Section[] {
  const { events, say, time } = telling;
  const form = sayIn(telling);
  const last = events.at(-1);
  const line = '________________________';
  return [
    {
      title: form('approval'),
      blocks: [
        {
          kind: 'table',
          columns: ['', form('signature')],
          rows: [
            [form('prepared'), line],
            [form('approved'), line],
          ],
        },
      ],
    },
    {
      title: say('record'),
      blocks: [
        factsBlock([
          [form('revision'), String(last?.revision ?? '')],
          [form('lastEntry'), last ? time(last.meta.recordedAt) : ''],
          [say('hash'), last?.meta.hash ?? ''],
        ]),
      ],
    },
  ];
}

/** The form of a document, with what has to stand on every page. */
export function formOf(
  telling: Telling,
  title: FormWord,
  number: number | undefined,
  sections: readonly Section[],
): Form {
  const { language, incident, say } = telling;
  const document: ReportDocument = {
    language,
    title: `${sayIn(telling)(title)}${number === undefined ? '' : ` #${number}`}`,
    ...(incident.exercise ? { mark: say('exercise') } : {}),
    sections: [...sections, ...closingSections(telling)],
  };
  return { document, markdown: reportMarkdown(document), html: reportHtml(document) };
}
