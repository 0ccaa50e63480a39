import type { TocsinEvent } from '../tocsinEvent.ts';

/** `text` and `list` can be left out of an export; a `person` is encrypted as well, and can be erased. */
export type FieldKind = 'text' | 'list' | 'person';

export interface Field {
  /** Its keys, joined by dots. */
  readonly path: string;
  readonly keys: readonly string[];
  readonly kind: FieldKind;
}

/** Members of an event's data in which people write freely, in events of every type. */
const texts: readonly string[] = [
  'briefing',
  'description',
  'instruction',
  'intoWhat',
  'note',
  'reason',
  'summary',
  'text',
  'topic',
  'what',
];

type Kinds = Readonly<Record<string, FieldKind>>;
type ByType<T> = Readonly<Partial<Record<TocsinEvent['type'], T>>>;

/** What else can be left out. What was ever in here stays: stored events are read by it. */
const others: ByType<Kinds> = {
  IncidentReported: { 'place.address': 'text', reporter: 'person' },
  ReportLinked: { 'place.address': 'text', reporter: 'person' },
  ReportUnlinked: {
    'becomes.what': 'text',
    'becomes.place.address': 'text',
    'becomes.reporter': 'person',
  },
  AttachmentAdded: { name: 'text', uri: 'text' },
  ShiftHandedOver: { 'open.incidents': 'list', 'open.tasks': 'list', 'open.actions': 'list' },
};

/** Members that are called so and are no free text. */
const codes: ByType<readonly string[]> = { NoteAdded: ['note'], IncidentCancelled: ['reason'] };

/** What these streams hold is public, or the city's and its staff's own: nothing in it is left out. */
const openKinds: readonly string[] = ['city', 'person', 'warning'];

const known = new Map<string, readonly Field[]>();

/** The fields of a type of event that are stored as commitments, where they hold anything. */
export function redactableFields(stream: string, type: string): readonly Field[] {
  if (openKinds.includes(stream.slice(0, stream.indexOf('-')))) return [];
  const found = known.get(type);
  if (found) return found;
  const kept = codes[type as TocsinEvent['type']] ?? [];
  const kinds: Kinds = {
    ...Object.fromEntries(texts.filter((key) => !kept.includes(key)).map((key) => [key, 'text'])),
    ...others[type as TocsinEvent['type']],
  };
  const fields = Object.entries(kinds).map(([path, kind]) => ({
    path,
    keys: path.split('.'),
    kind,
  }));
  known.set(type, fields);
  return fields;
}
