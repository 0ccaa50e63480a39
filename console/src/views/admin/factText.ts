import type { Words } from '../../app/words.ts';
import type { en } from '../../i18n/en.ts';
import { duration } from '../../i18n/format.ts';
import type { Text } from '../../i18n/text.ts';

type Known = keyof typeof en.health.facts;
const known: ReadonlySet<string> = new Set<Known>([
  'problem',
  'version',
  'node',
  'upSeconds',
  'megabytes',
  'subscriptions',
  'behind',
  'position',
  'ms',
  'connections',
  'events',
  'lagPositions',
  'lagSeconds',
  'timersWaiting',
  'timersDue',
  'sealedAt',
  'seals',
  'sealedEvents',
]);
const isKnown = (key: string): key is Known => known.has(key);

const counted = new Set<Known>([
  'subscriptions',
  'behind',
  'position',
  'connections',
  'events',
  'lagPositions',
  'timersWaiting',
  'timersDue',
  'seals',
  'sealedEvents',
]);

/** A part's figures in words; what a newer server tells that this console doesn't know stays as it is. */
export const factText = {
  name: (key: string, t: Text): string => (isKnown(key) ? t(`health.facts.${key}`) : key),
  value: (key: string, value: string, { language, full }: Words): string => {
    if (!isKnown(key)) return value;
    if (key === 'upSeconds') return duration(Number(value) * 1000);
    if (key === 'sealedAt') return full(value);
    if (key === 'megabytes') return `${value} MB`;
    if (key === 'ms') return `${value} ms`;
    if (key === 'lagSeconds') return `${value} s`;
    return counted.has(key) ? Number(value).toLocaleString(language) : value;
  },
} as const;
