import { describe, expect, it } from 'vitest';
import { lexicon, withOpen } from './lexicon.testkit.ts';
import { type Parsed, parse } from './parse.ts';

const whole = (action: string, values: Record<string, string> = {}): unknown => ({
  at: 'whole',
  action,
  values,
});
const faultOf = (parsed: Parsed): string | null =>
  parsed.at === 'fault' ? parsed.why.fault : null;

describe('[V5] a line', () => {
  it.each([
    ['/assign fire 1042', 'assign', { department: 'fire', incident: 'i-1042' }],
    [
      'assign fire 1042  shut the valve, then wait ',
      'assign',
      { department: 'fire', incident: 'i-1042', text: 'shut the valve, then wait' },
    ],
    ['/as f #1042', 'assign', { department: 'fire', incident: 'i-1042' }],
    ['/派 消防 1042', 'assign', { department: 'fire', incident: 'i-1042' }],
    ['/派 燃气 87 关阀', 'assign', { department: 'gas', incident: 'i-87', text: '关阀' }],
    ['/status E12 onscene', 'stage', { unit: 'u-e12', stage: 'ON_SCENE' }],
    ['/STATUS e12 on-scene', 'stage', { unit: 'u-e12', stage: 'ON_SCENE' }],
    ['/状态 E12 到场', 'stage', { unit: 'u-e12', stage: 'ON_SCENE' }],
    ['/ack 87', 'accept', { task: 't-87' }],
    ['/level 1042 2', 'level', { incident: 'i-1042', level: '2' }],
    ['/level 1042 2 wind turns', 'level', { incident: 'i-1042', level: '2', text: 'wind turns' }],
    ['/open 1042', 'open', { incident: 'i-1042' }],
    ['/send E12 1042', 'send', { unit: 'u-e12', incident: 'i-1042' }],
    ['/note 1042 3 injured', 'note', { incident: 'i-1042', text: '3 injured' }],
    ['/go units', 'go', { view: 'units' }],
    ['/去 力量', 'go', { view: 'units' }],
    ['/help', 'help', {}],
    [
      '/cancel 87 false a drill at the school',
      'cancel',
      { incident: 'i-87', why: 'FALSE', text: 'a drill at the school' },
    ],
  ])('%s is understood', (line, action, values) => {
    expect(parse(line, lexicon)).toEqual(whole(action, values));
  });

  it.each([
    ['/assign fire', { department: 'fire', incident: 'i-87' }],
    ['/assign fire 1042', { department: 'fire', incident: 'i-1042' }],
    ['/assign fire shut it', { department: 'fire', incident: 'i-87', text: 'shut it' }],
  ])('%s means the incident that is open where it names none', (line, values) => {
    expect(parse(line, withOpen('i-87'))).toEqual(whole('assign', values));
  });

  it('takes a number that can only be a level for one', () => {
    expect(parse('/level 3', withOpen('i-87'))).toEqual(
      whole('level', { incident: 'i-87', level: '3' }),
    );
    expect(parse('/level 2', withOpen('i-87'))).toEqual(
      whole('level', { incident: 'i-87', level: '2' }),
    );
  });

  it.each([
    ['', null],
    ['/', null],
    ['/xyz', 'unknownVerb'],
    ['/re 1', 'ambiguousVerb'],
    ['/assign', 'missing'],
    ['/assign fire', 'missing'],
    ['/assign zoo 1042', 'unknown'],
    ['/assign po 1042', 'ambiguous'],
    ['/assign fire 104', 'unknown'],
    ['/send E 1042', 'unknown'],
    ['/open 1042 87', 'tooMuch'],
  ])('%s is told to be %s', (line, fault) => {
    expect(faultOf(parse(line, lexicon))).toBe(fault);
  });
});
