import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { presenceSubscription } from '../../api/documents/presence.ts';
import type { Entry } from '../../api/types.ts';
import { useDesk } from '../../app/desk.ts';
import { consoleId } from '../../store/session.ts';

/** Another person who has the incident open. */
export interface Companion {
  readonly console: string;
  readonly name: string;
  readonly department: string | null;
  /** The form that is open there. */
  readonly editing: string | null;
}

/** Who else is at an incident, and what they did since it was opened here. */
export interface Company {
  readonly others: readonly Companion[];
  /** Entries by other hands, oldest first. */
  readonly news: readonly Entry[];
  /** Says which form is open here; null when none is. */
  readonly edit: (form: string | null) => void;
}

const alone: Company = { others: [], news: [], edit: () => {} };

export const CompanyContext = createContext<Company>(alone);

/** Milliseconds before an ended subscription is tried again; and in which the next one takes over. */
const pause = 5000;
const overlap = 500;

/** Is at an incident while the component is shown, and knows who else is. */
export function useCompany(incident: string, news: readonly Entry[]): Company {
  const { live } = useDesk();
  const [editing, edit] = useState<string | null>(null);
  const [others, setOthers] = useState<readonly Companion[]>([]);
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stop = (): void => {};
    const listen = (): void => {
      stop = live.subscribe(
        presenceSubscription,
        () => ({ incident, console: consoleId, editing }),
        {
          next: ({ present }) => {
            if (!stopped) setOthers(present.filter((one) => one.console !== consoleId));
          },
          ended: () => {
            if (!stopped) timer = setTimeout(listen, pause);
          },
        },
      );
    };
    listen();
    return () => {
      stopped = true;
      clearTimeout(timer);
      // The next form's subscription begins before this one ends: nobody is seen to leave.
      setTimeout(() => stop(), overlap);
    };
  }, [live, incident, editing]);
  return useMemo(() => ({ others, news, edit }), [others, news]);
}

/** While the form is shown, the others at the incident see that it is being filled in. */
export function useEditing(form: string): {
  readonly also: readonly Companion[];
  readonly news: readonly Entry[];
} {
  const { others, news, edit } = useContext(CompanyContext);
  const [known] = useState(() => new Set(news.map(({ revision }) => revision)));
  useEffect(() => {
    edit(form);
    return () => edit(null);
  }, [edit, form]);
  return {
    also: others.filter((one) => one.editing === form),
    news: news.filter((entry) => !known.has(entry.revision) && entry.actor.kind === 'PERSON'),
  };
}
