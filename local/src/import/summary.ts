import type { Rejection } from '@tocsin/domain';
import type { Agreement } from './agreement.ts';
import type { Plan } from './plan.ts';
import type { SfFireFile } from './readSfFireFile.ts';
import type { LeftOpen, Tally } from './tally.ts';
import { words } from './words/words.ts';

/** Lines of a list that are printed; the rest is a count. */
const mostLines = 20;

function list(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, mostLines).map((line) => `  ${line}`);
  const rest = lines.length - shown.length;
  return [title, ...shown, ...(rest > 0 ? [`  ${words.more(rest)}`] : [])];
}

function refusal({ rejected, field, facts }: Rejection): string {
  const said = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  return words.refused(rejected, [...(field ? [field] : []), ...said].join(', '));
}

/** Columns wide, as a terminal shows it: Chinese characters take two. */
const width = (text: string): number =>
  [...text].reduce((sum, c) => sum + (c > '\u2e7f' ? 2 : 1), 0);

function table(rows: readonly (readonly [string, number | string])[]): string[] {
  const names = Math.max(...rows.map(([name]) => width(name)));
  const values = Math.max(...rows.map(([, value]) => String(value).length));
  return rows.map(
    ([name, value]) =>
      `  ${name}${' '.repeat(names - width(name))}  ${String(value).padStart(values)}`,
  );
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((part * 100) / whole)}%`;

/** What the recommender would have sent against what was really sent, a line a type of unit. */
export function agreementLines(agreements: readonly Agreement[]): readonly string[] {
  const { unitType, real, recommended, agreed, share, all } = words.agreement;
  const sum = (what: 'real' | 'recommended' | 'agreed') =>
    agreements.reduce((total, one) => total + one[what], 0);
  const whole = {
    unitType: all,
    real: sum('real'),
    recommended: sum('recommended'),
    agreed: sum('agreed'),
  };
  const rows = [...agreements, whole].map((one) => [
    one.unitType || words.agreement.untyped,
    String(one.real),
    String(one.recommended),
    String(one.agreed),
    percent(one.agreed, one.real),
  ]);
  const lines = [[unitType, real, recommended, agreed, share], ...rows];
  const widths = lines[0]?.map((_, at) => Math.max(...lines.map((line) => width(line[at] ?? ''))));
  const cell = (text: string, at: number): string => {
    const gap = ' '.repeat((widths?.[at] ?? 0) - width(text));
    return at === 0 ? text + gap : gap + text;
  };
  return [words.agreement.title, ...lines.map((line) => `  ${line.map(cell).join('  ')}`)];
}

function leftOpenLines({ leftOpen }: Tally): string[] {
  const counts = new Map<LeftOpen, number>();
  for (const why of leftOpen.values()) counts.set(why, (counts.get(why) ?? 0) + 1);
  return [...counts].map(([why, count]) => words.leftOpen(count, why));
}

/** What the run did, as lines to print. `seconds` is how long it took. */
export function summaryLines(
  file: SfFireFile,
  plan: Plan,
  tally: Tally,
  seconds: number,
): readonly string[] {
  const { counts } = words;
  const bad = [...file.bad].sort((a, b) => a.line - b.line);
  const rejected = [...tally.rejected].sort((a, b) => a.line - b.line);
  return [
    words.summary,
    ...table([
      [counts.rows, file.rows.length + bad.length],
      [counts.bad, bad.length],
      [counts.calls, plan.calls.length],
      [counts.units, plan.units.length],
      [counts.tasks, plan.calls.reduce((sum, call) => sum + call.tasks.length, 0)],
      [counts.stacked, plan.stacked],
      [counts.inferred, plan.inferred],
      [counts.freed, tally.freed],
      [counts.commands, tally.commands],
      [counts.rejected, rejected.length],
      [counts.skipped, tally.skipped],
      [counts.events, tally.events],
      [counts.already, tally.already],
      [counts.leftOpen, tally.leftOpen.size],
      [counts.seconds, seconds.toFixed(1)],
    ]),
    ...list(
      words.badRows,
      bad.map(({ line, rowId, reason }) =>
        [words.line(line), rowId, words.badRow(reason)].filter((part) => part !== '').join(': '),
      ),
    ),
    ...list(
      words.rejections,
      rejected.map(({ line, rejection }) => `${words.line(line)}: ${refusal(rejection)}`),
    ),
    ...leftOpenLines(tally),
  ];
}
