import { hash } from 'node:crypto';
import { canonicalJson } from '../codec/canonicalJson.ts';
import type { ChainLink } from './chainLink.ts';

/**
 * The link of a line of a bundle's events, and the event's data: the line is the text that is hashed. Undefined where it
 * is not the canonical JSON of an event.
 */
export function lineLink(
  line: string,
): { readonly link: ChainLink; readonly data: unknown } | undefined {
  const event = parsed(line);
  if (typeof event !== 'object' || event === null) return undefined;
  if (!('stream' in event && 'revision' in event && 'metadata' in event)) return undefined;
  const { stream, revision, metadata } = event;
  if (typeof stream !== 'string' || typeof revision !== 'string') return undefined;
  if (!/^(0|[1-9]\d{0,15})$/.test(revision)) return undefined;
  if (typeof metadata !== 'object' || metadata === null || !('previousHash' in metadata))
    return undefined;
  const { previousHash } = metadata;
  if (typeof previousHash !== 'string' || canonicalJson(event) !== line) return undefined;
  const actual = hash('sha256', line, 'hex');
  const link = { stream, revision: Number(revision), previousHash, hash: actual, actual };
  return { link, data: 'data' in event ? event.data : undefined };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
