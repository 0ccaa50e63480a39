/** A place in the change log: the log's position and the change's ordinal in it, `123456.2`. */
export type Cursor = string & { readonly __brand: 'Cursor' };

export interface CursorParts {
  readonly position: bigint;
  readonly ordinal: number;
}

/** Before every change. */
export const START_CURSOR = '0.0' as Cursor;

const pattern = /^(\d{1,19})\.(\d{1,9})$/;
const largest = 2n ** 63n - 1n;

export const formatCursor = (position: bigint | string, ordinal: number): Cursor =>
  `${position}.${ordinal}` as Cursor;

/** The cursor, if the text is one; undefined otherwise. */
export function parseCursor(text: string): Cursor | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const [, position = '', ordinal = ''] = match;
  if (BigInt(position) > largest || Number(ordinal) > 2 ** 31 - 1) return undefined;
  return formatCursor(BigInt(position), Number(ordinal));
}

export function cursorParts(cursor: Cursor): CursorParts {
  const [position = '0', ordinal = '0'] = cursor.split('.');
  return { position: BigInt(position), ordinal: Number(ordinal) };
}

/** Negative when `a` comes before `b`, 0 when they are the same. */
export function compareCursors(a: Cursor, b: Cursor): number {
  const one = cursorParts(a);
  const other = cursorParts(b);
  if (one.position !== other.position) return one.position < other.position ? -1 : 1;
  return one.ordinal - other.ordinal;
}
