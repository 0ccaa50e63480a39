import { describe, expect, it } from 'vitest';
import { ambiguities } from './ambiguities.ts';
import type { Definition } from './definition.ts';
import { definitions } from './definitions.ts';

const defined = (part: Partial<Definition>): Definition => ({
  name: 'action.note',
  verb: { en: 'note', zh: '记' },
  places: ['dispatch'],
  ...part,
});

describe('[V4] the actions', () => {
  it('can be told apart by their keys and by their verbs', () => {
    expect(ambiguities(definitions)).toEqual([]);
  });

  it('are refused where one key means two in one place', () => {
    const found = ambiguities({
      note: defined({ keys: ['t'] }),
      tell: defined({ keys: ['t'], verb: { en: 'tell', zh: '告' } }),
    });
    expect(found).toEqual(['the key t means both note and tell']);
  });

  it('are refused where a key that means something everywhere means something else in a place', () => {
    const found = ambiguities({
      note: defined({ keys: ['t'] }),
      tell: defined({ keys: ['t'], places: ['everywhere'], verb: { en: 'tell', zh: '告' } }),
    });
    expect(found).toHaveLength(1);
  });

  it('may share a key in places that never meet', () => {
    const found = ambiguities({
      note: defined({ keys: ['t'] }),
      tell: defined({ keys: ['t'], places: ['department'], verb: { en: 'tell', zh: '告' } }),
    });
    expect(found).toEqual([]);
  });

  it.each([
    ['notes', '告'],
    ['no', '告'],
    ['tell', '记录'],
  ])('are refused where the verb %s or %s begins like another', (en, zh) => {
    const found = ambiguities({ note: defined({}), tell: defined({ verb: { en, zh } }) });
    expect(found).toHaveLength(1);
  });
});
