import type { WarningRow } from '../../api/types.ts';
import type { Words } from '../../app/words.ts';
import type { Text } from '../../i18n/text.ts';
import { areaOf, draftOf } from '../../store/areaDraft.ts';
import { warningLevels } from '../../store/warnings.ts';
import type { FormField, Values } from '../command/CommandForm.tsx';

const hazards = [
  'rainstorm',
  'typhoon',
  'flood',
  'gale',
  'heat',
  'cold',
  'snow',
  'fog',
  'haze',
  'lightning',
  'geology',
] as const;

/** What can be changed of a warning, as a form asks for it. */
const changeable = (t: Text): readonly FormField[] => [
  {
    name: 'level',
    label: t('warnings.level'),
    kind: 'choice',
    options: warningLevels.map((value) => ({ value, text: t(`warnings.levels.${value}`) })),
  },
  { name: 'area', label: t('warnings.area'), kind: 'area' },
  { name: 'from', label: t('warnings.from'), kind: 'when' },
  { name: 'until', label: t('warnings.untilLabel'), kind: 'when' },
  { name: 'impact', label: t('warnings.impact'), kind: 'long' },
  { name: 'advice', label: t('warnings.advice'), kind: 'long' },
];

export const issueFields = (t: Text): readonly FormField[] => [
  {
    name: 'hazard',
    label: t('warnings.hazard'),
    options: hazards.map((one) => {
      const text = t(`warnings.hazards.${one}`);
      return { value: text, text };
    }),
  },
  ...changeable(t),
  { name: 'issuer', label: t('warnings.issuer') },
  { name: 'exercise', label: t('app.exercise'), kind: 'check', optional: true },
];

export const adjustFields = (t: Text): readonly FormField[] => [
  ...changeable(t),
  { name: 'reason', label: t('warnings.reason'), kind: 'long' },
];

const levelOf = (value: string | undefined) => warningLevels.find((one) => one === value) ?? 'BLUE';
const text = (value: string | undefined): string => (value ?? '').trim();

export const valuesOf = (warning: WarningRow, { toEntered }: Words): Values => ({
  level: warning.level,
  area: draftOf(warning.area),
  from: toEntered(warning.from),
  until: toEntered(warning.until),
  impact: warning.impact,
  advice: warning.advice,
});

export const issued = (city: string, values: Values, { fromEntered }: Words) => ({
  warning: {
    warning: crypto.randomUUID(),
    city,
    hazard: text(values.hazard),
    level: levelOf(values.level),
    area: areaOf(values.area),
    from: fromEntered(values.from ?? ''),
    until: fromEntered(values.until ?? ''),
    impact: text(values.impact),
    advice: text(values.advice),
    issuer: text(values.issuer),
    exercise: values.exercise === 'yes',
  },
});

/** What was changed in the form, and nothing that stayed: a time is entered by the minute only. */
export function adjusted(before: Values, values: Values, { fromEntered }: Words) {
  const changed = (name: string): boolean => values[name] !== before[name];
  return {
    ...(changed('level') ? { level: levelOf(values.level) } : {}),
    ...(changed('area') ? { area: areaOf(values.area) } : {}),
    ...(changed('from') ? { from: fromEntered(values.from ?? '') } : {}),
    ...(changed('until') ? { until: fromEntered(values.until ?? '') } : {}),
    ...(changed('impact') ? { impact: text(values.impact) } : {}),
    ...(changed('advice') ? { advice: text(values.advice) } : {}),
  };
}
