import {
  type Incident,
  type IncidentEvent,
  incidentDecider,
  type Person,
  type PersonEvent,
  type Position,
  personDecider,
  type Stored,
} from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';
import { accounts, type DutyRow, type Past, pastRows } from '@tocsin/projections/queries';
import { departmentSubject, incidentSubject, may, type Viewer } from '../rules/index.ts';
import { viewerOf } from '../session/people.ts';

/** Streams that are read at once. */
const mostAtOnce = 16;
const mostDesks = 10_000;

/** Where somebody was on duty at a moment. */
export interface OnDutyThen {
  readonly department: string;
  readonly role: DutyRow['onDuty'][number]['role'];
  readonly since: string;
}

/** Somebody whose rights at a moment covered an incident or a task of it. */
export interface Witness {
  readonly viewer: Viewer;
  /** The whole incident with its record. */
  readonly whole: boolean;
  /** The tasks of it that stood on a board of theirs. */
  readonly tasks: readonly string[];
  readonly onDuty: readonly OnDutyThen[];
}

export interface CouldSee {
  readonly incident: Incident;
  /** The departments whose affair it was. */
  readonly departments: readonly string[];
  readonly witnesses: readonly Witness[];
}

/** The incident as its record was up to a position; undefined when there was none. */
export async function incidentThen(
  store: Pick<Store, 'readEvents'>,
  id: string,
  at: Position,
): Promise<Incident | undefined> {
  const events = (await store.readEvents(`incident-${id}`, at)) as readonly Stored<IncidentEvent>[];
  const state = events.reduce(incidentDecider.evolve, incidentDecider.initial);
  return state.status === 'none' ? undefined : state;
}

async function personThen(
  store: Pick<Store, 'readEvents'>,
  account: string,
  at: Position,
): Promise<Person> {
  const events = (await store.readEvents(
    `person-${account}`,
    at,
  )) as readonly Stored<PersonEvent>[];
  return events.reduce(personDecider.evolve, personDecider.initial);
}

async function peopleThen(
  { db }: Past,
  store: Pick<Store, 'readEvents'>,
  at: Position,
): Promise<readonly Person[]> {
  const all = await accounts(db);
  const people: Person[] = [];
  for (let from = 0; from < all.length; from += mostAtOnce) {
    const some = all.slice(from, from + mostAtOnce);
    people.push(...(await Promise.all(some.map((account) => personThen(store, account, at)))));
  }
  return people.filter(({ account }) => account !== '');
}

/** By account. */
async function dutyThen(past: Past, city: string, at: bigint) {
  const rows = await pastRows(past, { board: 'duty', city, at, limit: mostDesks });
  const found = new Map<string, OnDutyThen[]>();
  for (const { department, onDuty } of rows)
    for (const { account, role, since } of onDuty) {
      const known = found.get(account) ?? [];
      found.set(account, [...known, { department, role, since }]);
    }
  return found;
}

/**
 * Whose reach covered an incident at a moment: the rule of who may do what, applied to the people
 * with the appointments and the duty that they had then, and to the incident as it then stood.
 */
export async function couldSee(
  past: Past,
  store: Pick<Store, 'readEvents'>,
  incident: Incident,
  at: Position,
): Promise<CouldSee> {
  const { city } = incident;
  const subject = incidentSubject(incident);
  const departments = subject.kind === 'incident' ? [...new Set(subject.departments)] : [];
  const duty = await dutyThen(past, city, at);
  const witnesses = (await peopleThen(past, store, at)).flatMap((person): Witness[] => {
    const viewer = viewerOf(person);
    const whole = may(viewer, 'readIncident', subject);
    const tasks = [...incident.tasks.values()]
      .filter((task) => may(viewer, 'readTaskBoard', departmentSubject(city, task.department)))
      .map(({ id }) => id);
    if (!whole && tasks.length === 0) return [];
    return [{ viewer, whole, tasks, onDuty: duty.get(person.account) ?? [] }];
  });
  return { incident, departments, witnesses };
}
