import { UserError } from '../userError.ts';
import { words } from '../words/words.ts';

/** What the environment says about where the parts are. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  /** esdb://; absent: the embedded node. */
  readonly eventStoreUrl?: string;
  /** postgresql://; absent: the embedded PostgreSQL. */
  readonly databaseUrl?: string;
  readonly demo: boolean;
  /** Days that changes on the boards are kept at least; absent: the projections' own default. */
  readonly keepChangesDays?: number;
  /** Of a MapLibre style, or of raster tiles with {z}, {x} and {y}; absent: the city draws itself. */
  readonly mapUrl?: string;
}

/** Reads the environment. Throws a `UserError` that names the variable at fault. */
export function readSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const eventStoreUrl = urlIn(
    env.EVENTSTORE_URL,
    /^esdb(?:\+discover)?:\/\/[^/]/,
    words.eventStoreUrlInvalid,
  );
  const databaseUrl = urlIn(
    env.DATABASE_URL,
    /^postgres(?:ql)?:\/\/[^/]/,
    words.databaseUrlInvalid,
  );
  const mapUrl = urlIn(env.TOCSIN_MAP_URL, /^https?:\/\/[^/]/, words.mapUrlInvalid);
  const key = env.TOCSIN_SESSION_KEY;
  if (key && key.length < 32) throw new UserError(words.sessionKeyInvalid);
  return {
    host: env.HOST || '127.0.0.1',
    port: portIn(env.PORT || '4000', 'PORT'),
    demo: env.TOCSIN_DEMO !== 'off',
    ...(env.TOCSIN_KEEP_CHANGES_DAYS && {
      keepChangesDays: daysIn(env.TOCSIN_KEEP_CHANGES_DAYS),
    }),
    ...(eventStoreUrl && { eventStoreUrl }),
    ...(databaseUrl && { databaseUrl }),
    ...(mapUrl && { mapUrl }),
  };
}

function urlIn(
  value: string | undefined,
  form: RegExp,
  sentence: (value: string) => string,
): string | undefined {
  if (!value) return undefined;
  if (!form.test(value)) throw new UserError(sentence(value));
  return value;
}

const mostDays = 36_500;

function daysIn(value: string): number {
  const days = /^\d{1,5}$/.test(value) ? Number(value) : 0;
  if (days < 1 || days > mostDays) throw new UserError(words.keepChangesDaysInvalid(value));
  return days;
}

export function portIn(value: string, variable: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  if (!(port <= 65_535)) throw new UserError(words.portInvalid(value, variable));
  return port;
}
