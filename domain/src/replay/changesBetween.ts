import type { IncidentEvent } from '../incident/events.ts';
import { noIncident } from '../incident/evolve.ts';
import type { Incident } from '../incident/incident.ts';
import type { Stored } from '../metadata.ts';
import { type Difference, differences, type Path } from './difference.ts';
import { foldRecord, type RecordMoment, recordUntil } from './recordUntil.ts';

/** A difference between two moments, and the entries that had a part in it, in the record's order. */
export interface CausedChange extends Difference {
  readonly by: readonly Stored<IncidentEvent>[];
}

export interface RecordChanges {
  readonly before: Incident;
  readonly after: Incident;
  readonly changes: readonly CausedChange[];
  /** Every entry between the two, also one that left nothing changed. */
  readonly entries: readonly Stored<IncidentEvent>[];
}

/** What every entry counts on; it says nothing of the incident. */
const counters: readonly Path[number][] = ['length', 'entries'];

interface Node {
  by: Stored<IncidentEvent>[] | undefined;
  readonly inside: Map<Path[number], Node>;
}
const newNode = (): Node => ({ by: undefined, inside: new Map() });

/** What an incident's record changed from one moment to a later one, and by which entries. */
export function changesBetween(
  events: readonly Stored<IncidentEvent>[],
  from: RecordMoment,
  to: RecordMoment,
): RecordChanges {
  const known = recordUntil(events, from);
  const all = recordUntil(events, to);
  const before = foldRecord(known);
  const places = newNode();
  const old = new Set(known.map(({ revision }) => revision));
  const entries = all.filter(({ revision }) => !old.has(revision));
  const after = foldRecord(all);
  const found = differences(before, after).filter(({ path }) => !counters.includes(path[0] ?? ''));
  const touched = found.map((difference) => ({ difference, by: placeOf(places, difference) }));
  const isNew = ({ revision }: Stored<IncidentEvent>): boolean => !old.has(revision);
  attribute(all, isNew, places);
  // What had happened before may come into effect by what is entered late.
  if (touched.some(({ by }) => by.length === 0)) attribute(all, (event) => !isNew(event), places);
  const changes = touched.map(({ difference, by }) => {
    const own = by.filter(isNew);
    return { ...difference, by: own.length > 0 ? own : by };
  });
  return { before, after, changes, entries };
}

/** Lets some of the entries say which places each of them changed. */
function attribute(
  all: readonly Stored<IncidentEvent>[],
  asked: (event: Stored<IncidentEvent>) => boolean,
  places: Node,
): void {
  let state = noIncident;
  for (const event of all) {
    const next = foldRecord([event], state);
    if (asked(event)) for (const { path } of differences(state, next)) tell(places, path, event);
    state = next;
  }
}

/** Where the entries of a difference are gathered. */
function placeOf(places: Node, { path }: Difference): Stored<IncidentEvent>[] {
  let node = places;
  for (const key of path) {
    const next = node.inside.get(key) ?? newNode();
    node.inside.set(key, next);
    node = next;
  }
  node.by ??= [];
  return node.by;
}

function tellOne({ by }: Node, event: Stored<IncidentEvent>): void {
  if (by && by.at(-1) !== event) by.push(event);
}

/** An entry that changed this place had a part in what changed around it and inside it. */
function tell(places: Node, path: Path, event: Stored<IncidentEvent>): void {
  let node: Node | undefined = places;
  for (const key of path) {
    tellOne(node, event);
    node = node.inside.get(key);
    if (!node) return;
  }
  tellInside(node, event);
}

function tellInside(node: Node, event: Stored<IncidentEvent>): void {
  tellOne(node, event);
  for (const inner of node.inside.values()) tellInside(inner, event);
}
