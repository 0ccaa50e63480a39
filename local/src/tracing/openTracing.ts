import { version } from '../version.ts';
import type { Tracing } from './tracing.ts';

/**
 * Tracing to the OTLP receiver that the standard variables name (`OTEL_EXPORTER_OTLP_ENDPOINT`, or
 * `OTEL_EXPORTER_OTLP_TRACES_ENDPOINT`); undefined, and nothing of OpenTelemetry is loaded, where
 * they name none or `OTEL_SDK_DISABLED` is `true`.
 */
export async function openTracing(
  part: string,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Tracing | undefined> {
  const endpoint = env.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || env.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (!endpoint || env.OTEL_SDK_DISABLED === 'true') return undefined;
  const { exportSpans } = await import('./exportSpans.ts');
  return exportSpans(env.OTEL_SERVICE_NAME || `tocsin-${part}`, version);
}
