import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A span as OTLP carries it in JSON. */
export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  /** `service.name` of the process that told it. */
  readonly service: string;
  readonly attributes: readonly { readonly key: string; readonly value: object }[];
}

interface Attribute {
  readonly key: string;
  readonly value: { readonly stringValue?: string };
}
interface Request {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] };
    readonly scopeSpans: readonly { readonly spans: readonly Omit<ReceivedSpan, 'service'>[] }[];
  }[];
}

const spansIn = ({ resourceSpans }: Request): ReceivedSpan[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) => {
    const named = resource.attributes.find(({ key }) => key === 'service.name');
    const service = named?.value.stringValue ?? '';
    return scopeSpans.flatMap(({ spans }) => spans.map((span) => ({ ...span, service })));
  });

/** An OTLP/HTTP receiver that keeps what it gets. */
export class OtlpReceiver {
  readonly spans: ReceivedSpan[] = [];
  /** The bodies as they came. */
  readonly bodies: string[] = [];
  readonly #server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    this.bodies.push(body);
    if (request.url === '/v1/traces') this.spans.push(...spansIn(JSON.parse(body) as Request));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
  });

  async listen(): Promise<string> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The spans of a trace, once these names are among them. */
  async traced(traceId: string, ...names: readonly string[]): Promise<readonly ReceivedSpan[]> {
    for (;;) {
      const trace = this.spans.filter((span) => span.traceId === traceId);
      if (names.every((name) => trace.some((span) => span.name === name))) return trace;
      await sleep(50);
    }
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
