import { type RefObject, useCallback, useEffect, useLayoutEffect, useState } from 'react';
import {
  type Lines,
  linesInSight,
  smallList,
  type WindowPart,
  windowParts,
} from '../store/window.ts';
import { scrollerOf } from './scroller.ts';

interface Layout {
  readonly columns: number;
  /** The height of a line, in pixels. */
  readonly line: number;
  readonly lines: Lines;
  /** Items that a person is at: the focus is in them, or a form that may hold what was typed. */
  readonly held: readonly string[];
}

const columnsOf = (list: HTMLElement): number => {
  const style = getComputedStyle(list);
  return style.display === 'grid' ? style.gridTemplateColumns.split(' ').length : 1;
};

const heldIn = (list: HTMLElement): readonly string[] =>
  [...list.querySelectorAll('form, :focus')].flatMap(
    (inside) => inside.closest<HTMLElement>('[data-key]')?.dataset.key ?? [],
  );

/** From line to line on the average of what is drawn in one run; undefined where that is no two lines. */
function lineOf(list: HTMLElement, columns: number): number | undefined {
  const all = [...list.children] as HTMLElement[];
  const first = all.findIndex((one) => one.hasAttribute('data-key'));
  const run = all.slice(Math.max(first, 0));
  const gap = run.findIndex((one) => !one.hasAttribute('data-key'));
  const items = gap < 0 ? run : run.slice(0, gap);
  const lines = Math.floor((items.length - 1) / columns);
  const [from, to] = [items[0], items[lines * columns]];
  const height = from && to && lines > 0 ? (to.offsetTop - from.offsetTop) / lines : 0;
  return height > 0 ? height : undefined;
}

const same = (a: Layout, b: Layout): boolean =>
  a.columns === b.columns &&
  a.line === b.line &&
  a.lines.first === b.lines.first &&
  a.lines.end === b.lines.end &&
  a.held.join() === b.held.join();

/**
 * What is drawn of a long list in a pane that scrolls: the items near what is seen, and room for the
 * others. Each item's element is a child of the list with its key as `data-key`. What a person is at
 * stays drawn wherever it is.
 *
 * @param guess the height of a line before one was seen, in pixels
 * @param kept the key of an item that is to be there in any case
 */
export function useWindow(
  list: RefObject<HTMLElement | null>,
  keys: readonly string[],
  guess: number,
  kept: string | null = null,
): readonly WindowPart[] {
  const count = keys.length;
  const long = count > smallList;
  const [layout, setLayout] = useState<Layout>(() => ({
    columns: 1,
    line: guess,
    lines: { first: 0, end: smallList },
    held: [],
  }));

  const look = useCallback((): void => {
    const element = list.current;
    const scroller = element && scrollerOf(element);
    if (!element || !scroller || scroller.clientHeight === 0) return;
    const above = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top;
    const columns = columnsOf(element);
    setLayout((before) => {
      const line =
        before.line === guess || before.columns !== columns
          ? (lineOf(element, columns) ?? before.line)
          : before.line;
      const lines = linesInSight(above, scroller.clientHeight, line, Math.ceil(count / columns));
      const next = { columns, line, lines, held: heldIn(element) };
      return same(before, next) ? before : next;
    });
  }, [list, count, guess]);

  useLayoutEffect(() => {
    if (long) look();
  }, [long, look]);
  useEffect(() => {
    const scroller = list.current && scrollerOf(list.current);
    if (!long || !scroller) return;
    scroller.addEventListener('scroll', look, { passive: true });
    const sized = new ResizeObserver(look);
    sized.observe(scroller);
    return () => {
      scroller.removeEventListener('scroll', look);
      sized.disconnect();
    };
  }, [list, long, look]);

  if (!long) return keys.map((_, at) => at);
  const held = [...layout.held, ...(kept === null ? [] : [kept])].map((key) => keys.indexOf(key));
  return windowParts(count, layout.columns, layout.line, layout.lines, held);
}
