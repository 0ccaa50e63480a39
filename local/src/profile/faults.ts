import type * as v from 'valibot';
import type { Path } from './position.ts';
import { type Rule, words } from './words/words.ts';

/** What is wrong with the value at a path, and what would be right. */
export interface Fault {
  readonly path: Path;
  readonly text: string;
  /** The key itself is at fault, not what it holds. */
  readonly key?: true;
}

/** A schema's issue as a fault. */
export function faultOf(issue: v.BaseIssue<unknown>): Fault {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  if (issue.kind === 'validation') {
    const requirement = issue.requirement === undefined ? '' : String(issue.requirement);
    return { path, text: words.rules[issue.message as Rule](requirement) };
  }
  const last = path.at(-1);
  if (issue.path?.at(-1)?.origin === 'key') {
    return { path: path.slice(0, -1), text: words.missing(String(last)) };
  }
  if (issue.type === 'never') return { path, text: words.unknownKey(String(last)), key: true };
  return { path, text: ofKind(issue) };
}

function ofKind({ type, expected, input }: v.BaseIssue<unknown>): string {
  if (type === 'picklist' || type === 'literal' || type === 'union') {
    return words.oneOf(shown(input), (expected ?? '').replace(/[()]/g, '').replaceAll(' |', ','));
  }
  const wanted = words.values[expected ?? ''] ?? expected ?? '';
  const quote = expected === 'string' && typeof input === 'number' ? words.quoteIt : '';
  return words.wrongKind(shown(input), wanted) + quote;
}

/** A value as a sentence can show it. */
function shown(value: unknown): string {
  if (value === null || value === undefined) return words.values.nothing ?? '';
  if (Array.isArray(value)) return words.values.Array ?? '';
  if (typeof value === 'object') return words.values.Object ?? '';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
