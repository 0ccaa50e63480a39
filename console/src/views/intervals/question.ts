import type { graphql } from '../../api/graphql.ts';

export type Span = ReturnType<typeof graphql.scalar<'IntervalSpan'>>;
export type Dimension = ReturnType<typeof graphql.scalar<'IntervalDimension'>>;

/** Every span, in the order in which a response goes. */
export const spans: readonly Span[] = [
  'ANSWER',
  'PROCESS',
  'TURNOUT',
  'TRAVEL',
  'RESPONSE',
  'TOTAL',
  'SCENE',
  'ACKNOWLEDGE',
  'FINISH',
];

const ofUnits: ReadonlySet<Span> = new Set(['TURNOUT', 'TRAVEL', 'RESPONSE', 'SCENE']);
const ofTasks: ReadonlySet<Span> = new Set(['ACKNOWLEDGE', 'FINISH']);

/** The others are the command centre's. */
export const isOfDepartments = (span: Span): boolean => ofUnits.has(span) || ofTasks.has(span);

/** What a span can be told apart by. */
export const dimensionsOf = (span: Span): readonly Dimension[] => [
  ...(isOfDepartments(span) ? (['DEPARTMENT'] as const) : []),
  'TYPE',
  'DISTRICT',
  'CELL',
  ...(ofUnits.has(span) ? (['STATION'] as const) : []),
  'HOUR',
  'MONTH',
];

/** What is asked, as people enter it. */
export interface Question {
  readonly span: Span;
  readonly by: Dimension | 'NONE';
  /** Days, YYYY-MM-DD, both included. */
  readonly from: string;
  readonly to: string;
  /** '' is all of them. */
  readonly department: string;
  readonly exercises: boolean;
  /** Both '' where no other target is asked for. */
  readonly seconds: string;
  readonly percent: string;
}

const dayMs = 86_400_000;
const mostDays = 400;

/** The day so many days after another, YYYY-MM-DD. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00Z`) + days * dayMs).toISOString().slice(0, 10);

const isPeriod = ({ from, to }: Question): boolean => {
  const days = (Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / dayMs + 1;
  return days >= 1 && days <= mostDays;
};

function isTarget({ seconds, percent }: Question): boolean {
  if (seconds === '' && percent === '') return true;
  const share = Number(percent);
  return /^[1-9]\d{0,6}$/.test(seconds) && percent !== '' && share > 0 && share <= 100;
}

/** What can't be asked so. */
export function faultsIn(question: Question): readonly ('period' | 'target')[] {
  return [
    ...(isPeriod(question) ? [] : (['period'] as const)),
    ...(isTarget(question) ? [] : (['target'] as const)),
  ];
}

/** Another span may not know the department or the dimension. */
export function withSpan(question: Question, span: Span): Question {
  const { by } = question;
  const known = by === 'NONE' || dimensionsOf(span).includes(by);
  const department = isOfDepartments(span) ? question.department : '';
  return { ...question, span, by: known ? by : 'NONE', department };
}

/** @param fromEntered what was entered by the clocks of the city as ISO 8601 */
export function variablesOf(
  city: string,
  question: Question,
  fromEntered: (entered: string) => string,
) {
  const { span, by, from, to, department, exercises, seconds, percent } = question;
  return {
    city,
    span,
    from: fromEntered(`${from}T00:00`),
    to: fromEntered(`${dayAfter(to, 1)}T00:00`),
    by: by === 'NONE' ? [] : [by],
    filter: department === '' ? null : { department: [department] },
    target: seconds === '' ? null : { seconds: Number(seconds), percent: Number(percent) },
    exercises,
  };
}
