/** Something that asks for a person now, for as long as its condition holds. */
export interface Condition {
  readonly id: string;
  /** 1 the most urgent, 4 the least; null where nobody has judged yet. */
  readonly priority: number | null;
  readonly text: string;
  /** The incident it is about. */
  readonly incident: string;
  /** The task, where it is about one of the own department's. */
  readonly task?: string;
}

export interface Alarm extends Condition {
  /** When this console raised it, in milliseconds. */
  readonly raisedAt: number;
  /** Silenced until then; for good where it is infinite, sounding where it is 0. */
  readonly silentUntil: number;
}

export interface Alarms {
  readonly standing: readonly Alarm[];
  /** When alarms were raised in the last ten minutes, in milliseconds. */
  readonly raised: readonly number[];
  /** False until the first conditions came: what stood before one sat down doesn't sound. */
  readonly begun: boolean;
}

export const noAlarms: Alarms = { standing: [], raised: [], begun: false };

/** The span by which EEMUA 191 counts alarms of one operator. Milliseconds. */
export const span = 600_000;
const minute = 60_000;
/** How many in a minute are a flood, which is told as one. */
export const flood = 10;

const recent = (raised: readonly number[], now: number): readonly number[] =>
  raised.filter((at) => at > now - span);

/** The alarms after the conditions have been looked at: new ones are raised, ended ones go. */
export function onConditions(
  alarms: Alarms,
  conditions: readonly Condition[],
  now: number,
): Alarms {
  const known = new Map(alarms.standing.map((alarm) => [alarm.id, alarm]));
  const fresh = conditions.filter(({ id }) => !known.has(id));
  const silentUntil = alarms.begun ? 0 : Number.POSITIVE_INFINITY;
  const standing = conditions.map((condition) => {
    const before = known.get(condition.id);
    return before ? { ...before, ...condition } : { ...condition, raisedAt: now, silentUntil };
  });
  const counted = alarms.begun ? fresh.map(() => now) : [];
  return { standing, raised: [...recent(alarms.raised, now), ...counted], begun: true };
}

const silencedUntil = (alarms: Alarms, ids: ReadonlySet<string>, silentUntil: number): Alarms => ({
  ...alarms,
  standing: alarms.standing.map((alarm) => (ids.has(alarm.id) ? { ...alarm, silentUntil } : alarm)),
});

/** Silences alarms for good; they stand until their condition ends. */
export const acknowledged = (alarms: Alarms, ids: ReadonlySet<string>): Alarms =>
  silencedUntil(alarms, ids, Number.POSITIVE_INFINITY);

/** Silences one for a while. */
export const snoozed = (alarms: Alarms, id: string, until: number): Alarms =>
  silencedUntil(alarms, new Set([id]), until);

const urgency = ({ priority }: Alarm): number => priority ?? 0;

/** Those that sound now, the most urgent and then the newest first. */
export const sounding = (alarms: Alarms, now: number): readonly Alarm[] =>
  alarms.standing
    .filter(({ silentUntil }) => silentUntil <= now)
    .sort((a, b) => urgency(a) - urgency(b) || b.raisedAt - a.raisedAt);

/** More in the last minute than anybody can hear one by one. */
export const isFlood = ({ raised }: Alarms, now: number): boolean =>
  raised.filter((at) => at > now - minute).length > flood;

export const countOf = ({ raised }: Alarms, now: number): number => recent(raised, now).length;

export type Burden = 'goal' | 'manageable' | 'high' | 'tooMany' | 'upset';

/** EEMUA 191, alarms of one operator in 10 minutes: 1 the goal, 2 manageable, 5 too many, 10 the bound in an upset. */
export function burdenOf(count: number): Burden {
  if (count <= 1) return 'goal';
  if (count <= 2) return 'manageable';
  if (count < 5) return 'high';
  return count < 10 ? 'tooMany' : 'upset';
}
