import type { City } from '../../city/city.ts';
import type { IncidentEvent } from '../../incident/events.ts';
import { isOpenStatus, isOpenTask } from '../../incident/incident.ts';
import type { Stored } from '../../metadata.ts';
import type { Cell, ReportLanguage, Section } from '../document.ts';
import { eventWords } from '../eventWords.ts';
import { headSection } from '../head.ts';
import { type Telling, tellingOf } from '../telling.ts';
import { detailOf } from '../timeline.ts';
import {
  byOccurred,
  type Form,
  type FormOptions,
  factsBlock,
  formOf,
  isWithin,
  periodOf,
  sayIn,
  tableOr,
} from './form.ts';
import { needsRows, suppliesRows, unitsRows } from './resources.ts';

const turns: readonly IncidentEvent['type'][] = [
  ...(['IncidentReported', 'IncidentConfirmed', 'IncidentJudged', 'ResponseLevelSet'] as const),
  ...(['IncidentRaised', 'IncidentHandedDown', 'PlanApplied', 'CommandTaken'] as const),
  ...(['CommandTransferred', 'DecisionRecorded', 'TaskOverdue', 'IncidentMerged'] as const),
  ...(['IncidentAbsorbed', 'MutualAidAnswered', 'IncidentContained', 'IncidentResolved'] as const),
  ...(['IncidentClosed', 'IncidentReopened', 'IncidentCancelled'] as const),
];

function version({ incident, events }: Telling, form: ReturnType<typeof sayIn>): string {
  if (!isOpenStatus(incident.status)) return form('final');
  return form(events.some(({ type }) => type === 'SituationReported') ? 'update' : 'initial');
}

function definitionSection(telling: Telling, options: FormOptions): Section {
  const { incident, city, language, say, sayAny, time, department } = telling;
  const form = sayIn(telling);
  const tasks = [...incident.tasks.values()].filter(({ status }) => status !== 'cancelled');
  const finished = tasks.filter(({ status }) => status === 'done' || status === 'verified').length;
  const organisation = [...incident.roles].map(([role, { name, department: of, since }]) => {
    const home = of === undefined ? '' : ` (${department(of)})`;
    return `${sayAny(role)}: ${name}${home}, ${time(since)}`;
  });
  const { level, district = '' } = incident.jurisdiction;
  const named = city?.districts.get(district)?.name[language] ?? district;
  const facts: [string, string][] = [
    [form('version'), version(telling, form)],
    [form('period'), periodOf(telling, options)],
    [form('organisation'), organisation.join('\n') || form('nobody')],
    [form('responsible'), incident.responsible ? department(incident.responsible.department) : ''],
    [form('jurisdiction'), level === 'city' ? form('atCity') : named],
    [form('responseLevel'), incident.responseLevel ? String(incident.responseLevel.level) : ''],
    [form('begun'), incident.reported ? time(incident.reported.occurredAt) : ''],
    [form('progress'), tasks.length > 0 ? `${finished}/${tasks.length}` : ''],
  ];
  const [head] = headSection(telling, options.number).blocks;
  const blocks = [...(head ? [head] : []), factsBlock(facts)];
  return { title: say('incident'), blocks };
}

function situationSection(telling: Telling, options: FormOptions): Section {
  const { incident, say, time, entry } = telling;
  const form = sayIn(telling);
  const rows = incident.situations
    .filter((one) => one.occurredAt >= (options.since ?? ''))
    .map((one): readonly Cell[] => [
      String(one.number),
      time(one.occurredAt),
      one.by.name,
      entry(one.text, one.revision),
    ]);
  const columns = (['number', 'occurred', 'who', 'note'] as const).map(say);
  return { title: form('situation'), blocks: tableOr(columns, rows, form('noSituation')) };
}

function significantSection(telling: Telling, options: FormOptions): Section {
  const { events, language, say, time, entry } = telling;
  const form = sayIn(telling);
  const own = events.filter(({ type }) => turns.includes(type)).filter(isWithin(options));
  const rows = byOccurred(own).map((event): readonly Cell[] => [
    time(event.meta.occurredAt),
    event.meta.actor.name,
    eventWords[event.type][language],
    entry(detailOf(telling, event), Number(event.revision)),
  ]);
  const columns = (['occurred', 'who', 'event', 'note'] as const).map(say);
  return { title: form('significant'), blocks: tableOr(columns, rows, form('noActivity')) };
}

function plannedSection(telling: Telling): Section {
  const { incident, say, sayAny, time, department } = telling;
  const form = sayIn(telling);
  const rows = [...incident.tasks.values()]
    .filter(isOpenTask)
    .map((task): readonly Cell[] => [
      department(task.department),
      task.instruction,
      sayAny(task.status),
      time(task.finishBy),
    ]);
  const columns = (['department', 'instruction', 'status', 'dueBy'] as const).map(say);
  return { title: form('planned'), blocks: tableOr(columns, rows, form('nothingPlanned')) };
}

function resourcesSection(telling: Telling): Section {
  const { incident, city, language, say } = telling;
  const form = sayIn(telling);
  const units = unitsRows(telling);
  const supplies = suppliesRows(telling);
  const lenders = [...incident.mutualAid.values()]
    .filter(({ answered }) => answered?.granted === true)
    .map(({ jurisdiction, units: lent }): [string, string] => [
      city?.jurisdictions.get(jurisdiction)?.name[language] ?? jurisdiction,
      lent.map(({ callSign }) => callSign).join(', '),
    ]);
  const unitColumns = [
    say('department'),
    form('here'),
    form('onSite'),
    form('released'),
    say('units'),
  ];
  const supplyColumns = [say('supplies'), form('quantity'), form('given'), form('out')];
  return {
    title: form('resources'),
    blocks: [
      ...tableOr(unitColumns, units, '–'),
      ...(supplies.length > 0 ? tableOr(supplyColumns, supplies, '') : []),
      ...(lenders.length > 0
        ? [{ kind: 'heading', text: form('cooperating') } as const, factsBlock(lenders)]
        : []),
    ],
  };
}

/**
 * An incident status summary in the manner of ICS 209, folded from the record up to its last entry:
 * what the incident is, where it stands, what is there, what is missing and what is planned. The
 * fields follow FEMA's public list; layout and words are our own.
 */
export function statusSummary(
  events: readonly Stored<IncidentEvent>[],
  city: City | undefined,
  language: ReportLanguage,
  options: FormOptions = {},
): Form {
  const telling = tellingOf(events, city, language);
  const form = sayIn(telling);
  const needs = tableOr(
    [form('wanted'), form('quantity'), form('still'), form('since')],
    needsRows(telling),
    form('nothingWanted'),
  );
  return formOf(telling, 'summaryTitle', options.number, [
    definitionSection(telling, options),
    situationSection(telling, options),
    significantSection(telling, options),
    { title: form('needs'), blocks: needs },
    plannedSection(telling),
    resourcesSection(telling),
    { title: form('notHeld'), blocks: [{ kind: 'text', text: form('notHeldText') }] },
  ]);
}
