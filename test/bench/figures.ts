/** A line of the table. `limit` is the raw figure beneath it, in the same unit. */
export interface Figure {
  readonly line: string;
  readonly value: number;
  readonly unit: string;
  readonly limit: number | null;
  /** value / limit */
  readonly ratio: number | null;
  readonly goal: number | null;
  /** The goal is for the value itself, in its unit, or for what it is beyond the limit; else for the ratio. */
  readonly goalIs?: 'most' | 'least' | 'beyond';
  /** Null where there is no goal. */
  readonly met: boolean | null;
}

/** Of sorted or unsorted values; p from 0 to 1, the nearest rank. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * p) - 1)];
  if (found === undefined) throw new Error('a percentile of nothing');
  return found;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

const rounded = (value: number): number => Number(value.toPrecision(4));

/** Of rates: good when at least `goal` times the limit. */
export function rateFigure(
  line: string,
  unit: string,
  values: readonly number[],
  limits: readonly number[],
  goal: number,
): Figure {
  const value = median(values);
  const limit = median(limits);
  const ratio = value / limit;
  return {
    line,
    value: rounded(value),
    unit,
    limit: rounded(limit),
    ratio: rounded(ratio),
    goal,
    met: ratio >= goal,
  };
}

/** Of times: good when within `goal` times the limit; without a goal just told. */
export function timeFigure(
  line: string,
  values: readonly number[],
  limits: readonly number[],
  goal: number | null,
): Figure {
  const value = median(values);
  const limit = median(limits);
  const ratio = value / limit;
  return {
    line,
    value: rounded(value),
    unit: 'ms',
    limit: rounded(limit),
    ratio: rounded(ratio),
    goal,
    met: goal === null ? null : ratio <= goal,
  };
}

/** Of what something costs: good when within `goal` times the limit. */
export const costFigure = (
  line: string,
  unit: string,
  values: readonly number[],
  limits: readonly number[],
  goal: number,
): Figure => ({ ...timeFigure(line, values, limits, goal), unit });

/** Of memory in bytes: good when under `goal` MB (10^6 bytes). */
export function memoryFigure(line: string, bytes: number, goal: number | null): Figure {
  const value = bytes / 1e6;
  return {
    line,
    value: rounded(value),
    unit: 'MB',
    limit: null,
    ratio: null,
    goal,
    met: goal === null ? null : value < goal,
  };
}

/** Of memory in bytes: good when within `goal` times what it was before. */
export function memoryGrowthFigure(
  line: string,
  values: readonly number[],
  before: readonly number[],
  goal: number,
): Figure {
  const megabytes = (bytes: readonly number[]) => bytes.map((one) => one / 1e6);
  return { ...timeFigure(line, megabytes(values), megabytes(before), goal), unit: 'MB' };
}

/** Of a figure whose goal is for itself: at most or at least so much, or so much beyond the limit. */
export function ownFigure(
  line: string,
  unit: string,
  value: number,
  limit: number | null,
  goal: number,
  goalIs: 'most' | 'least' | 'beyond',
): Figure {
  const met = {
    most: value <= goal,
    least: value >= goal,
    beyond: value - (limit ?? 0) <= goal,
  }[goalIs];
  return {
    line,
    value: rounded(value),
    unit,
    limit: limit === null ? null : rounded(limit),
    ratio: limit === null || limit === 0 ? null : rounded(value / limit),
    goal,
    goalIs,
    met,
  };
}
