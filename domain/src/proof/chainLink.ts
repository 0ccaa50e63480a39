import type { ReportFault } from './fault.ts';

/** An event as far as its chain goes. */
export interface ChainLink {
  readonly stream: string;
  readonly revision: number;
  /** The hash of the event before, as it says. */
  readonly previousHash: string;
  /** Its own hash, as it says. */
  readonly hash: string;
  /** SHA-256 (hex) over what stands there. */
  readonly actual: string;
}

/**
 * Checks that an event is what its hash says and follows from the one before it in its stream;
 * `before` is undefined for the first that is seen. False: it is not to be taken for its stream's head.
 */
export function followsInStream(
  link: ChainLink,
  before: { readonly revision: number; readonly hash: string } | undefined,
  report: ReportFault,
): boolean {
  const { stream, revision, hash, actual, previousHash } = link;
  if (hash !== actual) report({ kind: 'changed', stream, revision });
  const expected = before === undefined ? 0 : before.revision + 1;
  if (revision < expected) {
    report({ kind: 'misplaced', stream, revision });
    return false;
  }
  if (revision > expected) report({ kind: 'missing', stream, revision: expected, next: revision });
  else if (previousHash !== (before?.hash ?? '')) report({ kind: 'unchained', stream, revision });
  return true;
}
