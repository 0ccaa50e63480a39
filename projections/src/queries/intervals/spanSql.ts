import { type IntervalSpan, intervalDefinition } from '@tocsin/domain';

/** Where a span is measured: `m` is its table's row, `i` the incident's. SQL. */
export interface SpanSql {
  readonly table: 'call_times' | 'incident_times' | 'unit_times' | 'task_times';
  readonly begin: string;
  readonly end: string;
  /** Holds where it can't come to its end any more. */
  readonly over: string;
  readonly cancelled: string;
}

const tables = {
  call: 'call_times',
  incident: 'incident_times',
  assignment: 'unit_times',
  task: 'task_times',
} as const;

const ended = `m.outcome = 'ended'`;
const cancelled = `m.outcome = 'cancelled'`;
const withdrawn = 'm.withdrawn is not null';
const notNull = (...columns: readonly string[]) => `coalesce(${columns.join(', ')}) is not null`;

const ends: Readonly<Record<IntervalSpan, Omit<SpanSql, 'table'>>> = {
  answer: { begin: 'm.received', end: 'm.answered', over: 'true', cancelled: 'false' },
  process: {
    begin: 'coalesce(m.answered, m.at)',
    end: 'm.dispatched',
    over: ended,
    cancelled,
  },
  total: { begin: 'coalesce(m.received, m.at)', end: 'm.on_scene', over: ended, cancelled },
  turnout: {
    begin: 'm.dispatched',
    end: 'm.en_route',
    over: notNull('m.on_scene', 'm.transporting', 'm.cleared'),
    cancelled: withdrawn,
  },
  travel: {
    begin: 'm.en_route',
    end: 'm.on_scene',
    over: notNull('m.transporting', 'm.cleared'),
    cancelled: withdrawn,
  },
  response: {
    begin: 'm.dispatched',
    end: 'm.on_scene',
    over: notNull('m.transporting', 'm.cleared'),
    cancelled: withdrawn,
  },
  scene: {
    begin: 'm.on_scene',
    end: 'coalesce(m.transporting, m.cleared)',
    over: notNull('m.transporting', 'm.cleared'),
    cancelled: withdrawn,
  },
  acknowledge: { begin: 'm.at', end: 'm.answered', over: ended, cancelled },
  finish: { begin: 'm.at', end: 'm.done', over: ended, cancelled },
};

export const spanSql = (span: IntervalSpan): SpanSql => ({
  table: tables[intervalDefinition(span).of],
  ...ends[span],
});
