import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { invalid } from './faults.ts';
import type { StoredRecord } from './record.ts';

/** Which events of `$all` a reader wants, and after how many looked at it gets a checkpoint. */
export type EventFilter = {
  readonly matches: (record: StoredRecord) => boolean;
  readonly checkpointInterval: number;
};

type FilterOptions = ReadReq.Options.FilterOptions;

/** The search window that applies when the client names none. */
const DEFAULT_WINDOW = 32;

/** Undefined when the request has no filter. Throws if the filter can't be understood. */
export function filterOf(options: FilterOptions | undefined): EventFilter | undefined {
  if (options === undefined) return undefined;
  const multiplier = options.getCheckpointintervalmultiplier();
  const window = options.hasMax() ? options.getMax() : DEFAULT_WINDOW;
  if (window < 1) throw invalid('The search window of the filter must be at least 1.');
  return {
    matches: matcherOf(options),
    checkpointInterval: window * Math.max(1, multiplier),
  };
}

function matcherOf(options: FilterOptions): (record: StoredRecord) => boolean {
  const byStream = options.getStreamIdentifier();
  if (byStream) {
    const test = textMatcher(byStream);
    return (record) => test(record.stream);
  }
  const byType = options.getEventType();
  if (byType) {
    const test = textMatcher(byType);
    return (record) => test(record.type);
  }
  throw invalid('The filter names neither stream names nor event types.');
}

function textMatcher(
  expression: ReadReq.Options.FilterOptions.Expression,
): (text: string) => boolean {
  const prefixes = expression.getPrefixList();
  if (prefixes.length > 0) return (text) => prefixes.some((prefix) => text.startsWith(prefix));
  const pattern = regexOf(expression.getRegex());
  return (text) => pattern.test(text);
}

function regexOf(source: string): RegExp {
  try {
    return new RegExp(source);
  } catch {
    throw invalid(`The regular expression of the filter can't be understood: ${source}`);
  }
}
