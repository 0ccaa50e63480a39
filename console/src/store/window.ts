/** What of a long list is drawn: an item by its place, or the room of lines that are not, in pixels. */
export type WindowPart = number | { readonly gap: number; readonly at: number };

/** The lines in sight with as many again beside them; `end` is behind the last one. */
export interface Lines {
  readonly first: number;
  readonly end: number;
}

/** A list of at most so many items is drawn whole. */
export const smallList = 60;

/**
 * Which lines to draw. `above` is how far the list's beginning lies above the upper edge of what is
 * seen, `seen` how high that is, `line` how high a line is, all in pixels.
 */
export function linesInSight(above: number, seen: number, line: number, count: number): Lines {
  const within = (at: number): number => Math.min(Math.max(at, 0), count);
  // In steps, so that scrolling by a line draws nothing.
  const step = 4;
  const first = Math.floor((above - seen) / line / step) * step;
  const end = Math.ceil((above + 2 * seen) / line / step) * step;
  return { first: within(first), end: within(end) };
}

/**
 * The parts of a list of `count` items, `columns` in a line, in their order: the lines in sight, the
 * lines of those items that are held, and a gap for each run of others.
 */
export function windowParts(
  count: number,
  columns: number,
  line: number,
  { first, end }: Lines,
  held: readonly number[],
): readonly WindowPart[] {
  const lines = Math.ceil(count / columns);
  const beside = [...new Set(held.map((at) => Math.floor(at / columns)))]
    .filter((at) => at >= 0 && at < lines && (at < first || at >= end))
    .sort((a, b) => a - b);
  const runs: Lines[] = [
    ...beside.filter((at) => at < first).map((at) => ({ first: at, end: at + 1 })),
    { first, end: Math.min(end, lines) },
    ...beside.filter((at) => at >= end).map((at) => ({ first: at, end: at + 1 })),
  ];
  const parts: WindowPart[] = [];
  let drawn = 0;
  for (const run of runs) {
    if (run.first > drawn) parts.push({ gap: (run.first - drawn) * line, at: drawn });
    const last = Math.min(run.end * columns, count);
    for (let item = run.first * columns; item < last; item += 1) parts.push(item);
    drawn = Math.max(drawn, run.end);
  }
  if (drawn < lines) parts.push({ gap: (lines - drawn) * line, at: drawn });
  return parts;
}
