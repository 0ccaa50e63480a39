import { createHash } from 'node:crypto';
import { ROOT_CONTEXT, SpanKind, TraceFlags, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Span } from '@tocsin/domain/store';
import type { Tracing } from './tracing.ts';

/** 128 bits: those of the correlation id, which is a UUID. */
const traceIdOf = ({ correlation }: Span): string => correlation.replaceAll('-', '').toLowerCase();

/** 64 bits that are the same for the same step wherever it is told. */
const spanIdOf = (key: string): string =>
  createHash('sha256').update(key).digest('hex').slice(0, 16);

/** The SDK draws ids; ours are known before. A span is begun at once after they are set. */
class GivenIds {
  trace = '';
  span = '';
  generateTraceId = (): string => this.trace;
  generateSpanId = (): string => this.span;
}

/** Sends spans to the OTLP receiver that the environment names, in the background, in batches. */
export function exportSpans(service: string, version: string): Tracing {
  const ids = new GivenIds();
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.version': version }),
    idGenerator: ids,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  const tracer = provider.getTracer('tocsin', version);
  const tell = (span: Span): void => {
    const { key, parent, name, attributes, begun: startTime, ended } = span;
    ids.trace = traceIdOf(span);
    ids.span = spanIdOf(key);
    const context =
      parent === undefined
        ? ROOT_CONTEXT
        : trace.setSpanContext(ROOT_CONTEXT, {
            traceId: ids.trace,
            spanId: spanIdOf(parent),
            traceFlags: TraceFlags.SAMPLED,
            isRemote: true,
          });
    const kind = parent === undefined ? SpanKind.SERVER : SpanKind.INTERNAL;
    tracer.startSpan(name, { startTime, kind, attributes }, context).end(ended);
  };
  return { tell, close: () => provider.shutdown() };
}
