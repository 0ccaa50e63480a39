import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActionId, actionIds, definitionOf } from '../definitions.ts';
import { complete } from './complete.ts';
import { lexicon, withOpen } from './lexicon.testkit.ts';
import { parse, type Values } from './parse.ts';
import { print } from './print.ts';

const text = fc
  .array(fc.stringMatching(/^[\p{L}\p{N}#/.,!-]{1,8}$/u), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '));

/** Any action with any values that it takes, optional ones now and then left out. */
const given: fc.Arbitrary<readonly [ActionId, Values]> = fc
  .constantFrom(...actionIds)
  .chain((id) => {
    const fields = (definitionOf(id).params ?? []).map(({ name, kind, optional }) => {
      const value: fc.Arbitrary<string> =
        kind === 'text' ? text : fc.constantFrom(...lexicon.entries[kind].map((one) => one.value));
      const maybe = optional ? fc.option(value, { nil: undefined }) : value;
      return [name, maybe] as const;
    });
    return fc.record(Object.fromEntries(fields)).map((values) => {
      const said = Object.entries(values).filter(([, value]) => value !== undefined);
      return [id, Object.fromEntries(said) as Values] as const;
    });
  });

const language = fc.constantFrom('en' as const, 'zh' as const);
const lexicons = fc.constantFrom(lexicon, withOpen('i-87'), withOpen('i-2'));

describe('[V5] the grammar', () => {
  it('reads what it writes as the same, in both languages, whatever stands open', () => {
    fc.assert(
      fc.property(given, language, lexicons, ([id, values], spoken, known) => {
        const line = print(id, values, known, spoken);
        expect(parse(line, known)).toEqual({ at: 'whole', action: id, values });
      }),
    );
  });

  it('never guesses: any line means one thing, or a fault that names the word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), lexicons, (line, known) => {
        const parsed = parse(line, known);
        if (parsed.at !== 'whole') return;
        expect(parse(print(parsed.action, parsed.values, known, 'en'), known)).toEqual(parsed);
      }),
    );
  });

  it('takes every unique prefix of a verb for the verb', () => {
    for (const id of actionIds)
      for (const verb of Object.values(definitionOf(id).verb))
        for (let length = 1; length <= verb.length; length += 1) {
          const prefix = verb.slice(0, length);
          const could = actionIds.filter((one) =>
            Object.values(definitionOf(one).verb).some((other) => other.startsWith(prefix)),
          );
          const parsed = parse(prefix, lexicon);
          const action = parsed.at === 'nothing' ? null : parsed.action;
          expect([prefix, action]).toEqual([prefix, could.length === 1 ? id : null]);
        }
  });
});

describe('[V6] completion', () => {
  const offer = (line: string, known = lexicon): readonly string[] =>
    complete(line, known, actionIds, 'en').map((one) => one.line);

  it.each([
    ['/ass', ['/assign ']],
    ['/assign ', ['/assign fire ', '/assign gas ', '/assign police ', '/assign power ']],
    ['/assign po', ['/assign police ', '/assign power ']],
    ['/assign fire 1', ['/assign fire 1042 ']],
    ['/status E1 on', ['/status E1 onscene ']],
    ['/派 消', ['/派 fire ']],
    ['/note 87 half a sente', []],
    ['/xyz ', []],
  ])('of %s offers what fits', (line, lines) => {
    expect(offer(line)).toEqual(lines);
  });

  it('offers the level too where the incident is open', () => {
    expect(offer('/level 4', withOpen('i-87'))).toEqual(['/level 4 ']);
  });

  it('offers only what the viewer may do', () => {
    expect(complete('/ass', lexicon, ['note'], 'en')).toEqual([]);
  });

  it('makes of each value a line that is understood as that value', () => {
    fc.assert(
      fc.property(given, ([id, values]) => {
        const line = print(id, values, lexicon, 'en');
        for (const { line: completed } of complete(line, lexicon, actionIds, 'en'))
          expect(complete(completed.trimEnd(), lexicon, actionIds, 'en')).not.toEqual([]);
      }),
    );
  });
});
