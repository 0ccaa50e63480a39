import type { City } from '../city/city.ts';
import type { IncidentEvent } from '../incident/events.ts';
import type { Stored } from '../metadata.ts';
import type { ReportDocument, ReportLanguage, Section } from './document.ts';
import { figuresSection } from './figures.ts';
import { headSection } from './head.ts';
import { reportHtml } from './html.ts';
import { reportMarkdown } from './markdown.ts';
import {
  attachmentsSection,
  consultationsSection,
  findingsSection,
  situationsSection,
} from './sayings.ts';
import { type Telling, tellingOf } from './telling.ts';
import { entriesSection, timelineSection } from './timeline.ts';
import { tasksSection, unitsSection } from './work.ts';

const commandEvents: readonly IncidentEvent['type'][] = [
  'CommandTaken',
  'RoleAssigned',
  'RoleRelieved',
  'CommandTransferred',
];

/** What the report was made of, so that it can be made again and compared. */
function recordSection({ events, say }: Telling): Section {
  const last = events.at(-1);
  const facts = [
    [say('entries'), String(events.length)],
    [say('position'), String(last?.position ?? '')],
    [say('hash'), last?.meta.hash ?? ''],
  ] as const;
  return { title: say('record'), blocks: [{ kind: 'facts', facts }] };
}

export interface AfterActionReport {
  readonly document: ReportDocument;
  readonly markdown: string;
  readonly html: string;
}

/**
 * The after-action report of an incident, folded from its whole record, oldest event first: the
 * same events and profile give the same report.
 *
 * @param number the incident's number in its city, where it is known
 */
export function afterActionReport(
  events: readonly Stored<IncidentEvent>[],
  city: City | undefined,
  language: ReportLanguage,
  number?: number,
): AfterActionReport {
  const telling = tellingOf(events, city, language);
  const { incident, say } = telling;
  const sections = [
    headSection(telling, number),
    figuresSection(telling),
    entriesSection(telling, 'command', (type) => commandEvents.includes(type)),
    tasksSection(telling),
    unitsSection(telling),
    entriesSection(telling, 'supplies', (type) => type.startsWith('Supply')),
    consultationsSection(telling),
    situationsSection(telling),
    attachmentsSection(telling),
    findingsSection(telling),
    timelineSection(telling),
    recordSection(telling),
  ].filter(({ blocks }) => blocks.length > 0);
  const document: ReportDocument = {
    language,
    title: `${say('title')}${number === undefined ? '' : ` #${number}`}`,
    ...(incident.exercise ? { mark: say('exercise') } : {}),
    sections,
  };
  return { document, markdown: reportMarkdown(document), html: reportHtml(document) };
}
