import { type RefObject, useLayoutEffect, useRef } from 'react';
import { scrollerOf } from './scroller.ts';

const placeIn = (element: HTMLElement, list: HTMLElement): number =>
  element.getBoundingClientRect().top - list.getBoundingClientRect().top;

/**
 * Keeps what a person is at where it stands on the screen: when rows come, go or grow above it, the
 * list scrolls by as much. `held` finds the element by its id; null holds nothing.
 */
export function useSteady(list: RefObject<HTMLElement | null>, held: () => string | null): void {
  const before = useRef<{ readonly id: string; readonly place: number } | null>(null);
  useLayoutEffect(() => {
    const id = held();
    const element = id === null ? null : document.getElementById(id);
    if (id === null || element === null || list.current === null) {
      before.current = null;
      return;
    }
    const place = placeIn(element, list.current);
    const moved = before.current?.id === id ? place - before.current.place : 0;
    before.current = { id, place };
    const scroller = moved === 0 ? null : scrollerOf(element);
    if (scroller) scroller.scrollTop += moved;
  });
}
