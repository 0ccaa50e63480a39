import { useEffect, useRef } from 'react';
import { go } from '../app/route.ts';
import { singleKeys } from '../store/preferences.ts';
import { carryOut, type Places } from './carryOut.ts';
import { actionIds, definitionOf } from './definitions.ts';
import { actionOn, isSingle, isTypedInto } from './keys.ts';

// A pane in a window of its own is a part of the dispatch view.
const placeOf = (view: string) =>
  view === 'pane'
    ? 'dispatch'
    : (actionIds.flatMap((id) => definitionOf(id).places).find((place) => place === view) ??
      'everywhere');

const isPaletteKey = (event: KeyboardEvent): boolean =>
  (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';

const inDialog = (): boolean => document.querySelector('dialog[open]') !== null;

/** A digit goes to the tab of that number. */
function goToTab(key: string, views: readonly string[]): boolean {
  const view = views[Number(key) - 1];
  if (view !== undefined) go([view]);
  return view !== undefined;
}

/** Lets keys mean actions: Ctrl-K anywhere, single keys wherever nothing is being typed. */
export function useKeys(places: Places): void {
  const current = useRef(places);
  current.current = places;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { view, views, showLine } = current.current;
      if (isPaletteKey(event)) {
        event.preventDefault();
        showLine();
        return;
      }
      if (singleKeys.get() === 'off' || !isSingle(event) || isTypedInto(event.target)) return;
      const id = inDialog() ? undefined : actionOn(event.key, placeOf(view));
      if (id === undefined) return;
      const done = id === 'go' ? goToTab(event.key, views) : carryOut(id, {}, current.current);
      if (done) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
