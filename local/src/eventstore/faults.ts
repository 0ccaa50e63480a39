import { Metadata, type ServiceError, status } from '@grpc/grpc-js';

/** A refusal that a client sees as a gRPC status, its facts in the trailers that the client reads. */
export class Fault extends Error {
  readonly code: status;
  readonly trailers: Readonly<Record<string, string>>;

  constructor(code: status, message: string, trailers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.name = 'Fault';
    this.code = code;
    this.trailers = trailers;
  }
}

export const invalid = (message: string): Fault => new Fault(status.INVALID_ARGUMENT, message);

export const unimplemented = (what: string): Fault =>
  new Fault(status.UNIMPLEMENTED, `The embedded event store does not support ${what}.`);

export const unavailable = (message: string): Fault => new Fault(status.UNAVAILABLE, message);

export const stopping = (): Fault => unavailable('The event store is stopping.');

export const exhausted = (message: string): Fault => new Fault(status.RESOURCE_EXHAUSTED, message);

export const timedOut = (): Fault =>
  new Fault(status.DEADLINE_EXCEEDED, 'The deadline passed before the events were written.');

export const streamDeleted = (stream: string): Fault =>
  new Fault(status.FAILED_PRECONDITION, `Stream ${stream} is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  });

export const appendTooLarge = (limit: number): Fault =>
  new Fault(status.INVALID_ARGUMENT, `One append may hold at most ${limit} bytes.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(limit),
  });

/** Any failure as the status that grpc-js sends; what isn't a Fault is INTERNAL. */
export function statusOf(error: unknown): Partial<ServiceError> {
  if (!(error instanceof Fault)) {
    return { code: status.INTERNAL, details: error instanceof Error ? error.message : 'failed' };
  }
  const metadata = new Metadata();
  for (const [name, value] of Object.entries(error.trailers)) metadata.set(name, ascii(value));
  return { code: error.code, details: error.message, metadata };
}

/** Trailers carry ASCII only, while a stream may have a name in any script. */
function ascii(value: string): string {
  return value.replace(/[^\x20-\x7e]/gu, (character) => encodeURIComponent(character));
}
