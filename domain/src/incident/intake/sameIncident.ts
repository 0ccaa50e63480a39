import type { CityRules } from '../../city/rules.ts';
import { metresBetween, type Place } from '../../place.ts';

/** What two reports are compared by. `kind` is the suspected or the confirmed incident type. */
export interface Likened {
  readonly place: Place;
  readonly what: string;
  readonly kind?: string;
  /** When it was reported, ISO 8601. */
  readonly at: string;
}

/** How near two reports are in place. */
export type Nearness =
  | { readonly by: 'distance'; readonly metres: number }
  | { readonly by: 'address' }
  | { readonly by: 'cell' };

/** How alike two reports are, and why. */
export interface Likeness {
  /** 0 to 1. */
  readonly score: number;
  readonly near: Nearness;
  /** Between the two reports. */
  readonly minutes: number;
  readonly sameKind: boolean;
  /** What both descriptions say, the longest first; at most five. */
  readonly words: readonly string[];
}

const weights = { place: 0.5, time: 0.2, kind: 0.3 } as const;
/** Without coordinates, the same address says nearly as much as no distance; the same cell half. */
const worth = { address: 0.9, cell: 0.5 } as const;
const mostWords = 5;

const plain = (address: string): string => address.toLowerCase().replace(/[\s\p{P}]/gu, '');

function nearness(a: Place, b: Place, radius: number): Nearness | undefined {
  const { lon, lat } = a;
  if (lon !== undefined && lat !== undefined && b.lon !== undefined && b.lat !== undefined) {
    const metres = Math.round(metresBetween({ lon, lat }, { lon: b.lon, lat: b.lat }));
    return metres <= radius ? { by: 'distance', metres } : undefined;
  }
  if (plain(a.address) !== '' && plain(a.address) === plain(b.address)) return { by: 'address' };
  return a.cell !== undefined && a.cell === b.cell ? { by: 'cell' } : undefined;
}

/** Words of letters, and each two neighbouring Han characters: Chinese has no spaces. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/(?:(?!\p{Script=Han})[\p{L}\p{N}]){3,}/gu) ?? [];
  const runs = text.match(/\p{Script=Han}{2,}/gu) ?? [];
  const pairs = runs.flatMap((run) =>
    Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)),
  );
  return new Set([...words, ...pairs]);
}

/** The share of words that two descriptions have in common (Dice), 0 to 1. */
function inCommon(a: string, b: string): { readonly share: number; readonly words: string[] } {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const words = [...one].filter((word) => other.has(word));
  const all = one.size + other.size;
  return { share: all === 0 ? 0 : (2 * words.length) / all, words };
}

/**
 * How likely a report is of the same incident as a known one, by the city's radius and time;
 * undefined when it is too far in either, or scores less than the city's least score.
 */
export function likeness(
  report: Likened,
  known: Likened,
  rules: CityRules['sameIncident'],
): Likeness | undefined {
  const { radiusMetres, withinMinutes, leastScore } = rules;
  const near = nearness(report.place, known.place, radiusMetres);
  const minutes = Math.round(Math.abs(Date.parse(report.at) - Date.parse(known.at)) / 60_000);
  if (!near || minutes > withinMinutes) return undefined;
  const place = near.by === 'distance' ? 1 - near.metres / radiusMetres : worth[near.by];
  const { share, words } = inCommon(report.what, known.what);
  const sameKind = report.kind !== undefined && report.kind === known.kind;
  const score =
    weights.place * place +
    weights.time * (1 - minutes / withinMinutes) +
    weights.kind * (sameKind ? 1 : share);
  if (score < leastScore) return undefined;
  const longest = words.sort((a, b) => b.length - a.length).slice(0, mostWords);
  return { score: Math.round(score * 100) / 100, near, minutes, sameKind, words: longest };
}
