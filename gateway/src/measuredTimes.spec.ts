import type { TimeTarget } from '@tocsin/domain';
import type { ResponseEvidence } from '@tocsin/projections/queries';
import { describe, expect, it } from 'vitest';
import { acknowledged, measuredTimes } from './measuredTimes.ts';

const at = (second: number): string =>
  new Date(Date.UTC(2026, 10, 21, 12, 0, second)).toISOString();
const committed = (assignment: string, department: string, second: number) => ({
  type: 'UnitCommitted',
  occurredAt: at(second),
  data: { assignment, department },
});
const stage = (assignment: string, name: string, second: number) => ({
  type: 'UnitStageRecorded',
  occurredAt: at(second),
  data: { assignment, stage: name },
});
const turnout: TimeTarget = {
  id: 'turnout-fire',
  span: 'turnout',
  seconds: 80,
  percent: 90,
  department: 'fire',
  source: 'NFPA 1710',
};
const response: TimeTarget = { ...turnout, id: 'all', span: 'response', seconds: 480, percent: 50 };

describe('[V37] measured response times', () => {
  const steps = [
    committed('a', 'fire', 0),
    stage('a', 'enRoute', 60),
    stage('a', 'onScene', 200),
    committed('b', 'fire', 10),
    stage('b', 'enRoute', 100),
    committed('c', 'gas', 0),
    stage('c', 'enRoute', 500),
    stage('unknown', 'enRoute', 5),
  ];
  it('are those of the department, at the target’s own percentile', () => {
    const [first, second] = measuredTimes([turnout, response], { steps, tasks: [] });
    expect(first).toMatchObject({ count: 2, measured: 90, within: 1 });
    expect(second).toMatchObject({ count: 1, measured: 200, within: 1 });
  });
  it('are none where nothing happened, or of what units have no part in', () => {
    const answer: TimeTarget = { ...turnout, id: 'answer', span: 'answer' };
    expect(measuredTimes([turnout, answer], { steps: [], tasks: [] })).toEqual([
      { ...turnout, count: 0, measured: null, within: 0 },
    ]);
  });
});

describe('[V37] acknowledgements', () => {
  const evidence = (second: number) => ({
    by: { kind: 'person', id: 'x', name: 'x' } as const,
    at: at(second),
  });
  const task = (accepted: number | undefined, by: number): ResponseEvidence['tasks'][number] => ({
    department: 'fire',
    acknowledgeBy: at(by),
    assigned: evidence(0),
    ...(accepted === undefined ? {} : { accepted: evidence(accepted) }),
  });
  it('count those in time, those late and those that still wait past their deadline', () => {
    const tasks = [task(20, 60), task(90, 60), task(undefined, 60), task(undefined, 500)];
    expect(acknowledged({ steps: [], tasks }, Date.parse(at(100)))).toEqual({
      count: 3,
      within: 1,
      median: 90,
    });
  });
});
