import { useEffect, useRef } from 'react';
import { consoleId } from '../store/session.ts';

// The windows of one desk share a console id: a popped-out window begins with a copy of it.
const channelName = `tocsin.chosen.${consoleId}`;

/** Tells the other windows of this desk which incident was chosen here. */
export function tellChosen(id: string): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(id);
  channel.close();
}

/** Hears which incident was chosen in another window of this desk. */
export function useChosenBeside(onChosen: (id: string) => void): void {
  const heard = useRef(onChosen);
  heard.current = onChosen;
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string') heard.current(data);
    };
    return () => channel.close();
  }, []);
}
