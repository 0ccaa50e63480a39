import { type GraphQLError, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../schema/index.ts';
import { explainVariables } from './explainVariables.ts';
import { mostFields, mostLevels, mostRootFields, operationLimits } from './operationLimits.ts';

const codes = (errors: readonly GraphQLError[]) => errors.map(({ extensions }) => extensions.code);
const limited = (query: string) => validate(schema, parse(query), [operationLimits]);

describe('an operation’s limits', () => {
  it('leave room for ordinary queries', () => {
    expect(limited('{ cities { id name { zh en } } }')).toEqual([]);
  });

  it('refuse what nests too deeply, also through fragments in a circle', () => {
    const deep = `{ a ${'{ a '.repeat(mostLevels)} ${'}'.repeat(mostLevels)} }`;
    expect(codes(limited(deep))).toContain('TOO_DEEP');
    const circle = '{ ...F } fragment F on Query { status { live } ...F }';
    expect(codes(limited(circle))).toContain('TOO_DEEP');
  });

  it('refuse too many fields and aliases', () => {
    const fields = Array.from({ length: mostFields }, (_, n) => `a${n}: live`).join(' ');
    expect(codes(limited(`{ status { ${fields} } }`))).toContain('TOO_MANY_FIELDS');
    const aliases = Array.from({ length: mostRootFields + 1 }, (_, n) => `a${n}: status { live }`);
    expect(codes(limited(`{ ${aliases.join(' ')} }`))).toContain('TOO_MANY_FIELDS');
  });
});

describe('[B1] variables that do not fit', () => {
  const explain = (declared: string, variables: Record<string, unknown>) => {
    const [operation] = parse(`query(${declared}) { status { live } }`).definitions;
    if (operation?.kind !== 'OperationDefinition') throw new Error('not an operation');
    return explainVariables(schema, operation, variables).map(({ refusal }) => [
      refusal.code,
      refusal.field,
    ]);
  };
  const place = { lon: 112.9, lat: 28.2 };
  const report = { incident: 'i', report: 'r', city: 'c', channel: 'PHONE', what: 'w', place };

  it.each([
    [{ ...report, place: { lon: 'east' } }, ['notANumber', 'place.lon']],
    [{ ...report, channel: 'FAX' }, ['notOneOf', 'channel']],
    [{ ...report, what: undefined }, ['required', 'what']],
    [{ ...report, what: null }, ['required', 'what']],
    [{ ...report, incident: {} }, ['notAnId', 'incident']],
    [{ ...report, surprise: 1 }, ['BAD_INPUT', 'report']],
  ])('name the field and the rule: %j', (value, expected) => {
    expect(explain('$report: ReportInput!', { report: value })).toContainEqual(expected);
  });

  it('name entries of lists and fields of the command', () => {
    const task = { task: 't', department: 'd', part: 'LEAD', instruction: 'i' };
    expect(
      explain('$tasks: [NewTaskInput!]!', { tasks: [task, { ...task, part: 'BOSS' }] }),
    ).toEqual([['notOneOf', 'tasks[1].part']]);
    expect(
      explain('$command: CommandInput!', { command: { id: 'x', expectedRevision: 'old' } }),
    ).toEqual([['notANumber', 'command.expectedRevision']]);
    expect(
      explain('$command: CommandInput!', { command: { id: 'x', occurredAt: 'noon' } }),
    ).toEqual([['notATime', 'command.occurredAt']]);
    expect(explain('$report: ReportInput!', {})).toEqual([['required', 'report']]);
  });
});
