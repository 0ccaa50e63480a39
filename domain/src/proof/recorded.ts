import { streamPrefixes } from '../store/aggregate.ts';

const prefixes = new Set<string>(streamPrefixes);

/** Whether a stream is part of Tocsin's record, which the seals cover. */
export const isRecorded = (stream: string): boolean =>
  prefixes.has(stream.slice(0, stream.indexOf('-') + 1));
