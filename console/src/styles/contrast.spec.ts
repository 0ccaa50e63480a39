import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colour tokens as pairs of light and dark. */
const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

function colour(name: string, theme: 'light' | 'dark'): string {
  const found = tokens.get(name);
  if (!found) throw new Error(`tokens.css has no colour --${name}`);
  return found[theme];
}

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['ground', 'surface', 'raised'] as const;
const texts = ['text', 'quiet', 'act'] as const;

describe.each(['light', 'dark'] as const)('contrast in the %s theme', (theme) => {
  it.each(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)))(
    'text %s on %s is at least 4.5 to 1',
    (text, ground) => {
      expect(contrast(colour(text, theme), colour(ground, theme))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each((['edge', 'focus'] as const).flatMap((edge) => grounds.map((g) => [edge, g] as const)))(
    'control %s on %s is at least 3 to 1',
    (edge, ground) => {
      expect(contrast(colour(edge, theme), colour(ground, theme))).toBeGreaterThanOrEqual(3);
    },
  );

  it.each(['red', 'orange', 'yellow', 'blue'])(
    'the word of the warning level %s is at least 4.5 to 1',
    (level) => {
      const ratio = contrast(
        colour(`on-warning-${level}`, theme),
        colour(`warning-${level}`, theme),
      );
      expect(ratio).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('the text of a primary button is at least 4.5 to 1', () => {
    const ratio = contrast(colour('on-focus', theme), colour('focus', theme));
    expect(ratio).toBeGreaterThanOrEqual(4.5);
  });
});
