import { UserError } from '../userError.ts';
import { words } from '../words/words.ts';
import { portIn } from './settings.ts';

export interface MetricsSettings {
  /** Where the projections serve their figures; absent: nowhere. */
  readonly port?: number;
  /** Who sends it may read a process's figures from anywhere; absent: only this machine may. */
  readonly token?: string;
}

const shortestToken = 16;

/** Reads the environment. Throws a `UserError` that names the variable at fault. */
export function readMetricsSettings(env: NodeJS.ProcessEnv = process.env): MetricsSettings {
  const { TOCSIN_METRICS_PORT: port, TOCSIN_METRICS_TOKEN: token } = env;
  if (token && token.length < shortestToken) throw new UserError(words.metricsTokenInvalid);
  return {
    ...(port && { port: portIn(port, 'TOCSIN_METRICS_PORT') }),
    ...(token && { token }),
  };
}
