import type { Addressee, Entry, Localized, Stage } from '../../api/types.ts';
import type { Words } from '../../app/words.ts';
import type { Text } from '../../i18n/text.ts';
import { rankText } from '../units/rankText.ts';

const stages: Readonly<Record<string, Stage>> = {
  stacked: 'STACKED',
  dispatched: 'DISPATCHED',
  enRoute: 'EN_ROUTE',
  onScene: 'ON_SCENE',
  transporting: 'TRANSPORTING',
  atDestination: 'AT_DESTINATION',
  cleared: 'CLEARED',
  cancelled: 'CANCELLED',
};

/** A stage as the log spells it to the schema's word. */
export const stageOf = (stored: string): Stage | undefined => stages[stored];

const addressees: Readonly<Record<string, Addressee>> = {
  liaison: 'LIAISON',
  dutyOfficer: 'DUTY_OFFICER',
  commandCentre: 'COMMAND_CENTRE',
};

const texts = [
  'what',
  'instruction',
  'topic',
  'reason',
  'note',
  'text',
  'summary',
  'briefing',
  'name',
] as const;

const dataOf = (entry: Entry): Readonly<Record<string, unknown>> =>
  typeof entry.data === 'object' && entry.data !== null ? { ...entry.data } : {};

const isLocalized = (value: unknown): value is Localized =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;

/** What a plan's entry is about: the plan and its version, what was requested, the item. */
function planParts({ type }: Entry, data: Readonly<Record<string, unknown>>, words: Words) {
  if (type === 'PlanApplied' && isLocalized(data.name))
    return [`${words.name(data.name)} (${data.version})`];
  if (type === 'UnitsRequested' && typeof data.capability === 'string')
    return [`${data.count} × ${words.capability(data.capability)}`];
  if (type.startsWith('Supply') && typeof data.item === 'string')
    return [
      `${words.item(data.item)}${typeof data.quantity === 'number' ? ` × ${data.quantity}` : ''}`,
    ];
  return typeof data.item === 'string' ? [data.item] : [];
}

const causes = ['resolved', 'cancelled', 'merged', 'closed'] as const;

/** Why a unit was sent, how an accountability check went, and what another jurisdiction lends. */
function unitParts(
  { type }: Entry,
  data: Readonly<Record<string, unknown>>,
  words: Words & { readonly t: Text },
): string[] {
  const { t } = words;
  const parts: string[] = [];
  if (type === 'UnitParRecorded') {
    parts.push(data.result === 'overdue' ? t('par.overdue') : t('par.confirm'));
    if (typeof data.persons === 'number') parts.push(t('par.people', { count: data.persons }));
  }
  const recommendation: unknown = data.recommendation;
  if (typeof recommendation === 'object' && recommendation !== null && 'rank' in recommendation)
    parts.push(rankText(t, Number(recommendation.rank)));
  if (data.fromReserve === true) parts.push(t('recommend.wasInReserve'));
  const cause = causes.find((one) => one === data.cause || one === data.late);
  if (cause) parts.push(t('callBack.text', { cause: t(`callBack.ended.${cause}`) }));
  if (type.startsWith('MutualAid')) parts.push(...aidParts(type, data, words));
  return parts;
}

function aidParts(
  type: string,
  data: Readonly<Record<string, unknown>>,
  { t, jurisdiction, capability }: Words & { readonly t: Text },
): string[] {
  const parts = typeof data.jurisdiction === 'string' ? [jurisdiction(data.jurisdiction)] : [];
  if (type === 'MutualAidRequested' && typeof data.capability === 'string')
    parts.push(`${data.count} × ${capability(data.capability)}`);
  if (type === 'MutualAidAnswered')
    parts.push(data.granted === true ? t('mutualAid.granted') : t('mutualAid.declined'));
  if (Array.isArray(data.units)) parts.push(...data.units.map(callSignOf));
  return parts;
}

/** An answer tells of whole units, an end of their ids: `xinghe.north-N7`. */
const callSignOf = (unit: unknown): string => {
  if (typeof unit === 'string') return unit.split('.').slice(1).join('.');
  return typeof unit === 'object' && unit !== null && 'callSign' in unit
    ? String(unit.callSign)
    : '';
};

/** What was judged: the type, grade and priority that changed, the level, the reason in words. */
function judgementParts(
  { type }: Entry,
  data: Readonly<Record<string, unknown>>,
  words: Words & { readonly t: Text },
): string[] {
  const parts: string[] = [];
  if (type === 'IncidentJudged') {
    if (typeof data.type === 'string') parts.push(words.type(data.type));
    if (typeof data.grade === 'number') parts.push(`${words.t('grade.label')} ${data.grade}`);
    if (typeof data.priority === 'number')
      parts.push(`${words.t('priority.label')} ${data.priority}`);
  }
  if (type === 'ResponseLevelSet' && typeof data.level === 'number')
    parts.push(words.t('judge.levelOf', { level: data.level }));
  if (type === 'IncidentHandedDown' && typeof data.district === 'string')
    parts.push(words.district(data.district));
  if (type === 'IncidentMerged' && typeof data.intoWhat === 'string')
    parts.push(`→ ${data.intoWhat}`);
  if (type === 'ResponsibilityAssigned' && isLocalized(data.reason))
    parts.push(words.name(data.reason));
  return parts;
}

/** What the entry is about besides its type: the department, the unit with its stage, what was said. */
export function entryDetail(entry: Entry, words: Words & { readonly t: Text }): string {
  const data = dataOf(entry);
  const parts: string[] = [];
  if (entry.department !== null && entry.department !== entry.actor.department)
    parts.push(words.department(entry.department));
  if (typeof data.callSign === 'string') parts.push(data.callSign);
  else if (typeof data.unit === 'string') parts.push(data.unit.split('.').slice(1).join('.'));
  const stage = typeof data.stage === 'string' ? stageOf(data.stage) : undefined;
  if (stage !== undefined) parts.push(words.t(`stage.${stage}`));
  if (entry.type === 'IncidentConfirmed' && typeof data.type === 'string') {
    parts.push(words.type(data.type));
  }
  const to = typeof data.to === 'string' ? addressees[data.to] : undefined;
  if (to !== undefined && typeof data.step === 'number')
    parts.push(words.t('chain.escalated', { step: data.step, to: words.t(`addressee.${to}`) }));
  parts.push(...planParts(entry, data, words), ...judgementParts(entry, data, words));
  parts.push(...unitParts(entry, data, words));
  // A note's own `note` is its id.
  for (const name of entry.type === 'NoteAdded' ? (['text'] as const) : texts) {
    const text = data[name];
    if (typeof text === 'string' && text !== '') parts.push(text);
  }
  return parts.join(' · ');
}
