import { describe, expect, it } from 'vitest';
import { csvOf } from './csv.ts';
import { dimensionsOf, faultsIn, type Question, variablesOf, withSpan } from './question.ts';

const question: Question = {
  span: 'TURNOUT',
  by: 'DEPARTMENT',
  from: '2026-02-01',
  to: '2026-02-28',
  department: 'fire',
  exercises: false,
  seconds: '',
  percent: '',
};

describe('[X49] what is asked', () => {
  it('is whole days of the city', () => {
    const entered: string[] = [];
    const asked = variablesOf('xinghe', question, (text) => {
      entered.push(text);
      return text;
    });
    expect(entered).toEqual(['2026-02-01T00:00', '2026-03-01T00:00']);
    expect(asked).toMatchObject({ by: ['DEPARTMENT'], filter: { department: ['fire'] } });
    expect(asked.target).toBeNull();
  });

  it('takes another target beside the profile’s', () => {
    const other = { ...question, by: 'NONE', seconds: '90', percent: '95' } as const;
    const asked = variablesOf('xinghe', other, (text) => text);
    expect(asked).toMatchObject({ by: [], target: { seconds: 90, percent: 95 } });
  });

  it.each<[Partial<Question>, readonly string[]]>([
    [{}, []],
    [{ to: '2026-01-31' }, ['period']],
    [{ from: '2025-01-25' }, []],
    [{ from: '2025-01-24' }, ['period']],
    [{ from: '' }, ['period']],
    [{ seconds: '80' }, ['target']],
    [{ percent: '90' }, ['target']],
    [{ seconds: '0', percent: '90' }, ['target']],
    [{ seconds: '80', percent: '101' }, ['target']],
    [{ seconds: '80', percent: '90.5' }, []],
  ])('%j has these faults: %j', (changed, faults) =>
    expect(faultsIn({ ...question, ...changed })).toEqual(faults),
  );

  it('keeps of the question what another span knows', () => {
    expect(withSpan(question, 'FINISH')).toEqual({ ...question, span: 'FINISH' });
    expect(withSpan(question, 'ANSWER')).toEqual({
      ...question,
      span: 'ANSWER',
      by: 'NONE',
      department: '',
    });
    expect(dimensionsOf('ACKNOWLEDGE')).not.toContain('STATION');
  });
});

describe('[X49] the table as CSV', () => {
  it('is quoted where it must be, and holds no formula', () => {
    expect(
      csvOf([
        ['a', 1, null],
        ['b,"c"', '=1+1', 2.5],
      ]),
    ).toBe('\ufeffa,1,\r\n"b,""c""",\'=1+1,2.5\r\n');
  });
});
