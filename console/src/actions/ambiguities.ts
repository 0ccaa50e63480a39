import type { Definition } from './definition.ts';

type Defined = readonly [id: string, definition: Definition];

const meet = (a: Definition, b: Definition): boolean =>
  a.places.some((place) => b.places.includes(place)) ||
  a.places.includes('everywhere') ||
  b.places.includes('everywhere');

const sharedKey = ([, a]: Defined, [, b]: Defined): string | undefined =>
  meet(a, b) ? a.keys?.find((key) => b.keys?.includes(key)) : undefined;

const verbsOf = ({ verb }: Definition): readonly string[] => [verb.en, verb.zh];

/** A verb that begins another could never be typed out without meaning both. */
const sharedVerb = ([, a]: Defined, [, b]: Defined): string | undefined =>
  verbsOf(a).find((one) =>
    verbsOf(b).some((other) => one.startsWith(other) || other.startsWith(one)),
  );

const pairs = (all: readonly Defined[]): (readonly [Defined, Defined])[] =>
  all.flatMap((a, i) => all.slice(i + 1).map((b) => [a, b] as const));

/** What nobody could tell apart: keys that meet in one place, verbs that begin alike. In words. */
export function ambiguities(definitions: Readonly<Record<string, Definition>>): readonly string[] {
  return pairs(Object.entries(definitions)).flatMap(([a, b]) => {
    const key = sharedKey(a, b);
    const verb = sharedVerb(a, b);
    const both = `${a[0]} and ${b[0]}`;
    return [
      ...(key === undefined ? [] : [`the key ${key} means both ${both}`]),
      ...(verb === undefined ? [] : [`the verb ${verb} means both ${both}`]),
    ];
  });
}
