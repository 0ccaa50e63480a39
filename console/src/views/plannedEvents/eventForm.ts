import type { PlannedEventRow } from '../../api/types.ts';
import type { Words } from '../../app/words.ts';
import type { Text } from '../../i18n/text.ts';
import { areaOf, draftOf } from '../../store/areaDraft.ts';
import type { FormField, Values } from '../command/CommandForm.tsx';

export const reasonField = (t: Text): FormField => ({
  name: 'reason',
  label: t('plannedEvents.reason'),
  kind: 'long',
});

const facts = (t: Text): readonly FormField[] => [
  { name: 'name', label: t('plannedEvents.name') },
  { name: 'area', label: t('warnings.area'), kind: 'area' },
  { name: 'from', label: t('warnings.from'), kind: 'when' },
  { name: 'until', label: t('warnings.untilLabel'), kind: 'when' },
  {
    name: 'expectedPeople',
    label: t('plannedEvents.expectedPeople'),
    kind: 'number',
    optional: true,
  },
  { name: 'description', label: t('plannedEvents.description'), kind: 'long', optional: true },
];

export const scheduleFields = (t: Text): readonly FormField[] => [
  ...facts(t),
  { name: 'exercise', label: t('app.exercise'), kind: 'check', optional: true },
];

/** What has begun keeps its beginning, so it isn't asked for. */
export const amendFields = (t: Text, begun: boolean): readonly FormField[] => [
  ...facts(t).filter(({ name }) => !(begun && name === 'from')),
  reasonField(t),
];

const text = (value: string | undefined): string => (value ?? '').trim();
const people = (value: string | undefined) =>
  text(value) === '' ? {} : { expectedPeople: Number(value) };

export const valuesOf = (event: PlannedEventRow, { toEntered }: Words): Values => ({
  name: event.name,
  area: draftOf(event.area),
  from: toEntered(event.from),
  until: toEntered(event.until),
  expectedPeople: event.expectedPeople === null ? '' : String(event.expectedPeople),
  description: event.description,
});

export const scheduled = (city: string, values: Values, { fromEntered }: Words) => ({
  event: {
    event: crypto.randomUUID(),
    city,
    name: text(values.name),
    area: areaOf(values.area),
    from: fromEntered(values.from ?? ''),
    until: fromEntered(values.until ?? ''),
    description: text(values.description),
    ...people(values.expectedPeople),
    exercise: values.exercise === 'yes',
  },
});

/** What was changed in the form, and nothing that stayed: a time is entered by the minute only. */
export function amended(before: Values, values: Values, { fromEntered }: Words) {
  const changed = (name: string): boolean => values[name] !== before[name];
  return {
    ...(changed('name') ? { name: text(values.name) } : {}),
    ...(changed('area') ? { area: areaOf(values.area) } : {}),
    ...(changed('from') ? { from: fromEntered(values.from ?? '') } : {}),
    ...(changed('until') ? { until: fromEntered(values.until ?? '') } : {}),
    ...(changed('expectedPeople') ? people(values.expectedPeople) : {}),
    ...(changed('description') ? { description: text(values.description) } : {}),
  };
}
