import type { TimeTarget } from '@tocsin/domain';
import type { ResponseEvidence } from '@tocsin/projections/queries';

/** A target with what was reached. Times in seconds. */
export interface MeasuredTime extends TimeTarget {
  readonly count: number;
  /** As many percent of them took no longer than this, by the target's own percent; null: none yet. */
  readonly measured: number | null;
  /** How many kept the target. */
  readonly within: number;
}

interface Leg {
  readonly department: string;
  committed?: number;
  enRoute?: number;
  onScene?: number;
}

const textIn = (data: object, name: string): string => {
  const found: unknown = Reflect.get(data, name);
  return typeof found === 'string' ? found : '';
};

/** When each assignment reached which stage. */
function legsOf(steps: ResponseEvidence['steps']): readonly Leg[] {
  const legs = new Map<string, Leg>();
  for (const { type, occurredAt, data } of steps) {
    const assignment = textIn(data, 'assignment');
    const at = Date.parse(occurredAt);
    if (type === 'UnitCommitted')
      legs.set(assignment, { department: textIn(data, 'department'), committed: at });
  }
  for (const { type, occurredAt, data } of steps) {
    const leg = legs.get(textIn(data, 'assignment'));
    if (type !== 'UnitStageRecorded' || leg === undefined) continue;
    const at = Date.parse(occurredAt);
    if (textIn(data, 'stage') === 'enRoute') leg.enRoute ??= at;
    if (textIn(data, 'stage') === 'onScene') leg.onScene ??= at;
  }
  return [...legs.values()];
}

const seconds = (from: number | undefined, to: number | undefined): number[] =>
  from === undefined || to === undefined ? [] : [Math.max(0, (to - from) / 1000)];

const spans: Partial<Record<TimeTarget['span'], (leg: Leg) => number[]>> = {
  turnout: ({ committed, enRoute }) => seconds(committed, enRoute),
  travel: ({ enRoute, onScene }) => seconds(enRoute, onScene),
  response: ({ committed, onScene }) => seconds(committed, onScene),
};

function measured(target: TimeTarget, times: readonly number[]): MeasuredTime {
  const sorted = times.toSorted((a, b) => a - b);
  const at = Math.max(0, Math.ceil((target.percent / 100) * sorted.length) - 1);
  return {
    ...target,
    count: sorted.length,
    measured: sorted[at] ?? null,
    within: sorted.filter((time) => time <= target.seconds).length,
  };
}

/** What the units reached of the targets that are about them: turnout, travel, response. */
export function measuredTimes(
  targets: readonly TimeTarget[],
  { steps }: ResponseEvidence,
): readonly MeasuredTime[] {
  const legs = legsOf(steps);
  return targets.flatMap((target) => {
    const span = spans[target.span];
    if (span === undefined) return [];
    const own = legs.filter(
      ({ department }) => target.department === undefined || department === target.department,
    );
    return [measured(target, own.flatMap(span))];
  });
}

export interface Acknowledged {
  readonly count: number;
  /** Within the deadline that the task was given with. */
  readonly within: number;
  /** Seconds; null while nothing was acknowledged. */
  readonly median: number | null;
}

/** How fast departments accepted their tasks, those that wait past their deadline counted as late. */
export function acknowledged({ tasks }: ResponseEvidence, now: number): Acknowledged {
  const due = tasks.filter(
    ({ accepted, acknowledgeBy }) => accepted !== undefined || Date.parse(acknowledgeBy) < now,
  );
  const times = due
    .flatMap(({ assigned, accepted }) =>
      accepted === undefined ? [] : seconds(Date.parse(assigned.at), Date.parse(accepted.at)),
    )
    .toSorted((a, b) => a - b);
  return {
    count: due.length,
    within: due.filter(
      ({ accepted, acknowledgeBy }) =>
        accepted !== undefined && Date.parse(accepted.at) <= Date.parse(acknowledgeBy),
    ).length,
    median: times[Math.floor(times.length / 2)] ?? null,
  };
}
