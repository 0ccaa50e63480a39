import type { Localized } from '../text.ts';
import type { TimeSpan } from './rules.ts';

/** The spans that can be measured from the log; what every screen shows and when is not in it. */
export type IntervalSpan = Exclude<TimeSpan, 'display'>;

/** Why an interval is not among those counted. */
export type Exclusion = 'exercise' | 'merged' | 'cancelled' | 'open' | 'blank' | 'outOfOrder';

export interface IntervalDefinition {
  readonly span: IntervalSpan;
  /** What each measured interval is of. */
  readonly of: 'call' | 'incident' | 'assignment' | 'task';
  readonly text: Localized;
}

const definitions: Readonly<Record<IntervalSpan, Omit<IntervalDefinition, 'span'>>> = {
  answer: {
    of: 'call',
    text: {
      en: 'From the first ring to the pick-up, of every call by telephone or hotline.',
      zh: '每个电话或热线来电，从首次振铃到接听。',
    },
  },
  process: {
    of: 'incident',
    text: {
      en: 'From the pick-up (where the call has no clock: from when the incident was reported) to the first unit dispatched or task assigned.',
      zh: '从接听（来电无计时的，从事件上报）到派出首个单位或下达首项任务。',
    },
  },
  acknowledge: {
    of: 'task',
    text: {
      en: 'From when a task was assigned to a department to that department’s first answer, an acceptance or an objection.',
      zh: '从任务下达给部门到该部门首次答复（接受或提出异议）。',
    },
  },
  turnout: {
    of: 'assignment',
    text: {
      en: 'From the dispatch of a unit (a stacked one: from when its turn came) to when it was en route.',
      zh: '从单位受派（排队任务从轮到时起）到出发。',
    },
  },
  travel: {
    of: 'assignment',
    text: { en: 'From en route to on scene, of every unit.', zh: '每个单位从出发到到场。' },
  },
  response: {
    of: 'assignment',
    text: {
      en: 'From the dispatch of a unit (a stacked one: from when its turn came) to when it was on scene.',
      zh: '从单位受派（排队任务从轮到时起）到到场。',
    },
  },
  scene: {
    of: 'assignment',
    text: {
      en: 'From on scene to when the unit left with somebody it transports, or else was cleared.',
      zh: '从到场到运送离场，未运送的到任务结束。',
    },
  },
  total: {
    of: 'incident',
    text: {
      en: 'From the first ring (where the call has no clock: from when the incident was reported) to the first unit on scene.',
      zh: '从首次振铃（来电无计时的，从事件上报）到首个单位到场。',
    },
  },
  finish: {
    of: 'task',
    text: {
      en: 'From when a task was assigned to a department to when that department last reported it done.',
      zh: '从任务下达给部门到该部门最后一次报告完成。',
    },
  },
};

/** What each span measures. Times are those at which things occurred, however late they were entered. */
export const intervalDefinitions: readonly IntervalDefinition[] = Object.entries(definitions).map(
  ([span, definition]) => ({ span: span as IntervalSpan, ...definition }),
);

export const intervalDefinition = (span: IntervalSpan): IntervalDefinition => ({
  span,
  ...definitions[span],
});

/** Each interval that is left out is counted under the first of these that holds. */
export const exclusionTexts: Readonly<Record<Exclusion, Localized>> = {
  exercise: { en: 'An exercise.', zh: '演练。' },
  merged: {
    en: 'The incident was merged into another, which is counted.',
    zh: '事件已并入另一事件，由该事件计入。',
  },
  cancelled: {
    en: 'The incident or task was cancelled, the task given to another department, or the unit withdrawn, before it came to its end.',
    zh: '在完成前，事件或任务已取消、任务已改派其他部门或单位已撤回。',
  },
  open: { en: 'Still under way.', zh: '仍在进行。' },
  blank: {
    en: 'One of its two times was never recorded.',
    zh: '起止时间之一没有记录。',
  },
  outOfOrder: {
    en: 'It would end before it began: one of its times was entered wrongly.',
    zh: '结束早于开始，其中一个时间录入有误。',
  },
};
