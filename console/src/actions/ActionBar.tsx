import { useMemo, useRef, useState } from 'react';
import { useDesk } from '../app/desk.ts';
import { go } from '../app/route.ts';
import type { ViewName } from '../app/views.ts';
import { CommandLine } from './CommandLine.tsx';
import type { Places } from './carryOut.ts';
import { Help } from './Help.tsx';
import { offeredTo } from './offered.ts';
import { useKeys } from './useKeys.ts';
import '../styles/line.css';

/** Where this window shows one incident. */
const sheetOf = (views: readonly ViewName[]): readonly string[] => {
  if (views.includes('pane')) return ['pane', 'incident'];
  return [views.includes('dispatch') ? 'dispatch' : 'audit'];
};

/** The command line with what hangs on it: single keys, Ctrl-K, and the list of them all. */
export function ActionBar({ view, views }: { view: ViewName; views: readonly ViewName[] }) {
  const { viewer } = useDesk();
  const [helping, setHelping] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const offered = useMemo(() => offeredTo(viewer.may, views), [viewer, views]);
  const places: Places = {
    view,
    views,
    openIncident: (id) => go([...sheetOf(views), id]),
    showHelp: () => setHelping(true),
    showLine: () => input.current?.focus(),
  };
  useKeys(places);
  return (
    <>
      <CommandLine {...{ input, views, places, offered }} />
      {helping && <Help offered={offered} onClose={() => setHelping(false)} />}
    </>
  );
}
