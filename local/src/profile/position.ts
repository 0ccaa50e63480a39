import { type Document, isMap, isScalar, isSeq, type LineCounter, type Node } from 'yaml';

/** A way into the file: keys and places in lists. */
export type Path = readonly (string | number)[];

export interface Position {
  readonly line: number;
  readonly column: number;
}

/** `plans[2].tasks[0].department` */
export const pathText = (path: Path): string =>
  path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');

/** Where a value stands; what isn't there stands where the thing does that should hold it. */
export function positionOf(document: Document, lines: LineCounter, path: Path): Position {
  return at(lines, nodeAt(document, path));
}

/** Where a key stands. */
export function keyPositionOf(document: Document, lines: LineCounter, path: Path): Position {
  const holder = nodeAt(document, path.slice(0, -1));
  const found = isMap(holder) ? pairOf(holder, path.at(-1))?.key : undefined;
  return at(lines, (found as Node | undefined) ?? holder);
}

function nodeAt(document: Document, path: Path): Node | null {
  let node: Node | null = document.contents;
  for (const step of path) {
    const next = inside(document, node, step);
    if (!next) break;
    node = next;
  }
  return node;
}

function inside(document: Document, holder: Node | null, step: string | number): Node | undefined {
  const node =
    holder && 'source' in holder && 'resolve' in holder ? holder.resolve(document) : holder;
  if (isSeq(node)) return (node.items[Number(step)] as Node | undefined) ?? undefined;
  if (isMap(node)) return (pairOf(node, step)?.value as Node | null) ?? undefined;
  return undefined;
}

const pairOf = (map: Node, key: string | number | undefined) =>
  isMap(map)
    ? map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key))
    : undefined;

function at(lines: LineCounter, node: Node | null): Position {
  const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}
