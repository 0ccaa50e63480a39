import type { RecordChange, RecordChanges } from '../../api/types.ts';
import type { Words } from '../../app/words.ts';
import { en } from '../../i18n/en.ts';
import type { Text } from '../../i18n/text.ts';
import { stageOf } from '../incident/entryText.ts';
import { leavesOf } from './leaves.ts';

type Naming = Pick<RecordChanges, 'to'>;
type Speaking = Words & { readonly t: Text };
type Facts = Readonly<Record<string, unknown>>;

/** A change in words: where, what it was, what it is; null: not there. */
export interface ChangeText {
  readonly place: string;
  readonly before: string | null;
  readonly after: string | null;
}

const isKeyOf = <T extends object>(names: T, name: string): name is Extract<keyof T, string> =>
  name in names;
const factsOf = (value: unknown): Facts | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Facts) : null;
const screaming = (word: string): string => word.replace(/[A-Z]/g, '_$&').toUpperCase();
const isTime = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/.test(text);

/** A field's name in words, its own where there is none for it. */
function fieldText(name: string, t: Text): string {
  if (isKeyOf(en.audit.field, name)) return t(`audit.field.${name}`);
  return isKeyOf(en.chain, name) ? t(`chain.${name}`) : name;
}

/** The thing that a place is inside of: the task of fire, the unit E12. */
function thingText(kind: string, key: string, { to }: Naming, words: Speaking): string {
  const { t, department, item, name } = words;
  switch (kind) {
    case 'tasks': {
      const task = to?.tasks.find(({ id }) => id === key);
      return t('audit.taskOf', { department: department(task?.department ?? key) });
    }
    case 'commitments':
      return to?.commitments.find(({ assignment }) => assignment === key)?.callSign ?? key;
    case 'supplies':
      return item(to?.supplies.find(({ id }) => id === key)?.item ?? key);
    case 'plans': {
      const plan = to?.plans.find((one) => one.plan === key);
      return plan ? name(plan.name) : key;
    }
    case 'roles': {
      const role = screaming(key);
      return isKeyOf(en.commandRole, role) ? t(`commandRole.${role}`) : key;
    }
    default:
      return `${fieldText(kind, t)} ${/^\d+$/.test(key) ? Number(key) + 1 : ''}`.trim();
  }
}

const keyed: readonly string[] = [
  ...['tasks', 'commitments', 'supplies', 'plans', 'roles', 'unitRequests', 'mutualAid'],
  ...['consultations', 'situations', 'attachments', 'findings', 'actions', 'notes', 'struck'],
  ...['linked', 'absorbed', 'unlinked'],
];

function placeText(path: readonly string[], naming: Naming, words: Speaking): string {
  const [kind = '', key, ...inside] = path;
  const parts =
    key !== undefined && keyed.includes(kind)
      ? [thingText(kind, key, naming, words), ...inside.map((name) => insideText(name, words.t))]
      : path.map((name) => insideText(name, words.t));
  return parts.join(' · ');
}

const insideText = (name: string, t: Text): string =>
  /^\d+$/.test(name) ? String(Number(name) + 1) : fieldText(name, t);

function wordText(path: readonly string[], text: string, words: Speaking): string {
  const { t, full, department, type, cell } = words;
  const field = path.at(-1) ?? '';
  const word = screaming(text);
  if (isTime(text)) return full(text);
  if (field === 'status' && path[0] === 'tasks' && isKeyOf(en.task, word)) return t(`task.${word}`);
  if (field === 'status' && isKeyOf(en.status, word)) return t(`status.${word}`);
  const stage = field === 'stage' ? stageOf(text) : undefined;
  if (stage !== undefined) return t(`stage.${stage}`);
  if (field === 'part' && isKeyOf(en.part, word)) return t(`part.${word}`);
  if (field === 'class' && isKeyOf(en.class, word)) return t(`class.${word}`);
  if (field === 'department') return department(text);
  if (field === 'type') return type(text);
  return field === 'cell' ? cell(text) : text;
}

/** What somebody said with a link or wrote as an entry. */
const said = ['text', 'instruction', 'topic', 'reason', 'note', 'summary', 'what', 'name'] as const;

/** A whole thing that came or went: who, when, what was said; of others the values. */
function thingSummary(path: readonly string[], facts: Facts, words: Speaking): string {
  const by = factsOf(facts.by ?? factsOf(facts.assigned)?.by ?? factsOf(facts.requested)?.by);
  const at = facts.occurredAt ?? factsOf(facts.assigned)?.occurredAt ?? facts.since;
  const status = typeof facts.status === 'string' ? facts.status : undefined;
  const texts = said.flatMap((name) => {
    const text = facts[name];
    return typeof text === 'string' && text !== '' ? [text] : [];
  });
  const parts = [
    ...(status === undefined ? [] : [wordText([...path, 'status'], status, words)]),
    ...(typeof facts.stage === 'string' ? [wordText(['stage'], facts.stage, words)] : []),
    ...(typeof by?.name === 'string' ? [by.name] : []),
    ...(typeof at === 'string' ? [words.full(at)] : []),
    ...texts,
  ];
  if (parts.length > 0) return parts.join(' · ');
  return leavesOf(facts)
    .map(([name, value]) => `${name}: ${wordText([name], value, words)}`)
    .join(' · ');
}

function valueText(path: readonly string[], value: unknown, words: Speaking): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return wordText(path, value, words);
  if (value === true) return words.t('audit.yes');
  if (value === false) return words.t('audit.no');
  const facts = factsOf(value);
  if (facts) return thingSummary(path, facts, words);
  if (Array.isArray(value))
    return value.map((one) => valueText(path, one, words) ?? '').join(', ') || '–';
  return String(value);
}

/** A difference between two moments as people read it. */
export function changeText(change: RecordChange, naming: Naming, words: Speaking): ChangeText {
  const { path, before, after } = change;
  return {
    place: placeText(path, naming, words),
    before: valueText(path, before, words),
    after: valueText(path, after, words),
  };
}
