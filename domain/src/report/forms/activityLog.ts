import type { City } from '../../city/city.ts';
import type { IncidentEvent } from '../../incident/events.ts';
import type { Incident } from '../../incident/incident.ts';
import type { Actor, Stored } from '../../metadata.ts';
import type { ReportLanguage, Section } from '../document.ts';
import { type Telling, tellingOf } from '../telling.ts';
import {
  activity,
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

/** Whose log it is: a unit's, a department's or a person's (account). */
export type LogOf =
  | { readonly unit: string }
  | { readonly department: string }
  | { readonly person: string };

type Facts = Readonly<Record<string, unknown>>;

/** Who did it: whose decision it was, where a process manager only carried it on. */
const doer = ({ meta: { actor } }: Stored<IncidentEvent>): Omit<Actor, 'onBehalfOf'> =>
  actor.onBehalfOf ?? actor;

/** The departments that an entry is the affair of. */
function departmentsOf(incident: Incident, event: Stored<IncidentEvent>): readonly unknown[] {
  const { department, from, task, action, assignment } = event.data as Facts;
  return [
    doer(event).department,
    department,
    from,
    incident.tasks.get(String(task))?.department,
    incident.actions.get(String(action))?.department,
    incident.commitments.get(String(assignment))?.department,
  ];
}

function concerns({ incident }: Telling, of: LogOf, event: Stored<IncidentEvent>): boolean {
  if ('department' in of) return departmentsOf(incident, event).includes(of.department);
  if ('person' in of) {
    const { account } = event.data as Facts;
    return doer(event).id === of.person || account === of.person;
  }
  const { unit, assignment } = event.data as Facts;
  return unit === of.unit || incident.commitments.get(String(assignment))?.unit === of.unit;
}

function nameSection(telling: Telling, of: LogOf, options: FormOptions): Section {
  const { incident, events, say, sayAny, department } = telling;
  const form = sayIn(telling);
  const own = [...incident.commitments.values()].filter((unit) =>
    'unit' in of ? unit.unit === of.unit : 'department' in of && unit.department === of.department,
  );
  const person = 'person' in of ? events.map(doer).find(({ id }) => id === of.person) : undefined;
  const [unit] = own;
  const name =
    'department' in of
      ? department(of.department)
      : 'unit' in of
        ? (unit?.callSign ?? of.unit)
        : (person?.name ?? of.person);
  const home = 'department' in of ? of.department : (person?.department ?? unit?.department);
  const roles = [...incident.roles].flatMap(([role, holder]) =>
    ('person' in of && holder.account === of.person) ||
    ('department' in of && holder.department === of.department)
      ? [`${sayAny(role)} (${holder.name})`]
      : [],
  );
  const facts: [string, string][] = [
    [say('number'), options.number === undefined ? incident.id : String(options.number)],
    [say('what'), incident.what],
    [form('of'), name],
    [form('position'), roles.join(', ')],
    [form('home'), home === undefined ? '' : department(home)],
    [form('period'), periodOf(telling, options)],
    [form('assigned'), [...new Set(own.map(({ callSign }) => callSign))].join(', ')],
  ];
  return { title: say('incident'), blocks: [factsBlock(facts)] };
}

/**
 * An activity log in the manner of ICS 214 of one unit, department or person in one incident, folded
 * from the record up to its last entry. Late entries say how late, struck ones stay, struck.
 */
export function activityLog(
  events: readonly Stored<IncidentEvent>[],
  city: City | undefined,
  language: ReportLanguage,
  of: LogOf,
  options: FormOptions = {},
): Form {
  const telling = tellingOf(events, city, language);
  const form = sayIn(telling);
  const own = events.filter((event) => concerns(telling, of, event)).filter(isWithin(options));
  const columns = (['occurred', 'recorded', 'who', 'event'] as const).map(telling.say);
  const rows = byOccurred(own).map((event) => activity(telling, event));
  return formOf(telling, 'logTitle', options.number, [
    nameSection(telling, of, options),
    { title: form('activities'), blocks: tableOr(columns, rows, form('noActivity')) },
  ]);
}
