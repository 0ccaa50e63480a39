import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

const refusal = (...argv: string[]) => {
  try {
    return readArguments(argv);
  } catch (error) {
    return error instanceof Error ? [error.name, error.message] : error;
  }
};

describe('the command line of import', () => {
  it('goes as fast as it can with 64 in flight, unless told otherwise', () => {
    expect(readArguments(['sf-fire', 'calls.csv'])).toEqual({
      file: 'calls.csv',
      speed: Number.POSITIVE_INFINITY,
      inFlight: 64,
    });
    expect(
      readArguments(['sf-fire', '--speed', '60', 'calls.csv', '--in-flight=8', '--data', '/data']),
    ).toEqual({ file: 'calls.csv', speed: 60, inFlight: 8, dataDir: '/data' });
  });

  it('shows the kinds, and the help of a kind', () => {
    expect(readArguments([])).toHaveProperty('show', expect.stringContaining('sf-fire'));
    expect(readArguments(['--help'])).toEqual(readArguments([]));
    expect(readArguments(['sf-fire', '-h'])).toHaveProperty(
      'show',
      expect.stringContaining('--speed'),
    );
  });

  it.each([
    [['mars-fire', 'x.csv'], 'mars-fire'],
    [['sf-fire'], 'sf-fire'],
    [['sf-fire', 'a.csv', 'b.csv'], 'sf-fire'],
    [['sf-fire', 'a.csv', '--speed', '0'], '0'],
    [['sf-fire', 'a.csv', '--speed', 'fast'], 'fast'],
    [['sf-fire', 'a.csv', '--speed', ''], '--speed'],
    [['sf-fire', 'a.csv', '--in-flight', '2000'], '2000'],
    [['sf-fire', 'a.csv', '--in-flight', '1.5'], '1.5'],
    [['sf-fire', 'a.csv', '--faster'], '--faster'],
  ])('refuses %j with one sentence that names it', (argv, named) => {
    expect(refusal(...argv)).toEqual(['UserError', expect.stringContaining(named)]);
  });
});
