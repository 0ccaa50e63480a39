/** How many alarms an operator had in a span of ten minutes that began then, in milliseconds. */
export interface Figure {
  readonly begin: number;
  readonly count: number;
}

const span = 600_000;
/** A day of spans. */
const most = 144;
const key = (account: string): string => `tocsin.alarms.${account}`;

const isFigure = (value: unknown): value is Figure =>
  typeof value === 'object' &&
  value !== null &&
  'begin' in value &&
  typeof value.begin === 'number' &&
  'count' in value &&
  typeof value.count === 'number';

/** The spans in which there were alarms, of the last day, the newest last. */
export function figuresOf(account: string): readonly Figure[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key(account)) ?? '[]');
    return Array.isArray(found) ? found.filter(isFigure).slice(-most) : [];
  } catch {
    return [];
  }
}

/** Counts alarms that were raised at a moment into their span. */
export function countAlarms(account: string, raised: number, at: number): void {
  if (raised === 0) return;
  const begin = at - (at % span);
  const kept = figuresOf(account).filter((one) => one.begin > at - span * most);
  const here = kept.find((one) => one.begin === begin);
  const others = kept.filter((one) => one !== here);
  const next = [...others, { begin, count: (here?.count ?? 0) + raised }];
  localStorage.setItem(key(account), JSON.stringify(next));
}
