import { useEffect, useState } from 'react';
import { type IncidentRecord, openRecord, withNews } from '../store/incidentRecord.ts';
import { ask } from './client.ts';
import { incidentDocument, incidentRecordDocument } from './documents/incident.ts';
import type { Live } from './live.ts';

export type RecordState =
  | { readonly at: 'loading' }
  | { readonly at: 'missing' }
  | { readonly at: 'failed' }
  | { readonly at: 'live'; readonly record: IncidentRecord };

/** Milliseconds before a failed load or an ended subscription is tried again. */
const pause = 2000;

/** One incident with its timeline, kept equal to the log while the component is shown. */
export function useIncidentRecord(live: Live, id: string): RecordState {
  const [state, setState] = useState<RecordState>({ at: 'loading' });
  useEffect(() => {
    let stopped = false;
    let cancel = (): void => {};
    let timer: ReturnType<typeof setTimeout> | undefined;
    let record: IncidentRecord | null = null;

    const show = (next: IncidentRecord): void => {
      record = next;
      setState({ at: 'live', record: next });
    };
    const listen = (): void => {
      cancel = live.subscribe(
        incidentRecordDocument,
        () => ({ id, after: record?.entries.at(-1)?.revision ?? record?.incident.revision ?? '0' }),
        {
          next: ({ record: news }) => {
            if (!stopped && record) show(withNews(record, news.incident, news.entries));
          },
          ended: () => {
            if (!stopped) timer = setTimeout(listen, pause);
          },
        },
      );
    };
    const open = async (): Promise<void> => {
      const answer = await ask(incidentDocument, { id }).catch(() => null);
      if (stopped) return;
      if (answer === null) {
        setState({ at: 'failed' });
        timer = setTimeout(() => void open(), pause);
      } else if (answer.incident === null) {
        setState({ at: 'missing' });
      } else {
        show(openRecord(answer.incident, answer.timeline));
        listen();
      }
    };

    setState({ at: 'loading' });
    void open();
    return () => {
      stopped = true;
      clearTimeout(timer);
      cancel();
    };
  }, [live, id]);
  return state;
}
