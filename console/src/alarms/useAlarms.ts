import { useEffect, useMemo, useRef } from 'react';
import type { TaskRow } from '../api/types.ts';
import { type Desk, useDesk } from '../app/desk.ts';
import { useWords } from '../app/words.ts';
import {
  type Alarm,
  type Alarms,
  type Condition,
  noAlarms,
  onConditions,
  sounding,
} from '../store/alarms.ts';
import { useNow } from '../store/clock.ts';
import { rowStore } from '../store/rowStore.ts';
import { consoleId } from '../store/session.ts';
import { signal, useSignal } from '../store/signal.ts';
import { useAllRows } from '../store/useRows.ts';
import { incidentConditions, taskConditions, unitConditions } from './conditions.ts';
import { countAlarms } from './figures.ts';
import { soundsHere } from './loudspeaker.ts';
import { playTone } from './tone.ts';

export const alarms = signal<Alarms>(noAlarms);
/** What another's hand ended while it sounded here: the alarm, and who it was. */
export const answered = signal<{ readonly text: string; readonly name: string } | null>(null);

/** Milliseconds after which an alarm that nobody silenced sounds again. */
const again = 15_000;
/** Every alarm of a board of thousands is looked for this often, in milliseconds. */
const pace = 500;
const noTasks = rowStore<TaskRow>(() => 0);

function useConditions(): { readonly loaded: boolean; readonly conditions: readonly Condition[] } {
  const { viewer, incidents, units, tasks } = useDesk();
  const { t, department } = useWords();
  const commands = viewer.may.includes('confirmIncident');
  const incidentRows = useAllRows(incidents.store, pace);
  const unitRows = useAllRows(units.store, pace);
  const taskRows = useAllRows(tasks?.store ?? noTasks, pace);
  const incidentState = useSignal(incidents.state);
  const unitState = useSignal(units.state);
  const taskState = useSignal((tasks ?? incidents).state);
  const now = useNow();
  const loaded =
    (!commands || (incidentState === 'live' && unitState === 'live')) &&
    (tasks === null || taskState === 'live');
  const conditions = useMemo(
    () => [
      ...(commands ? unitConditions(unitRows, t) : []),
      ...(commands ? incidentConditions(incidentRows, now, t, department) : []),
      ...taskConditions(taskRows, t),
    ],
    [commands, incidentRows, unitRows, taskRows, now, t, department],
  );
  return { loaded: loaded && (commands || tasks !== null), conditions };
}

/** Who did what ended an alarm; null where it was done at this console, or by the clock. */
function whoEnded({ incident, task }: Alarm, { incidents, tasks }: Desk): string | null {
  const row = task === undefined ? undefined : tasks?.store.row(task);
  const by = row
    ? (row.accepted ?? row.objection ?? row.cancelled)?.by
    : incidents.store.row(incident)?.last.by;
  return by === undefined || by.console === consoleId ? null : by.name;
}

/** Raises and ends the alarms of this console as its boards change, and lets them sound. */
export function useAlarms(): void {
  const desk = useDesk();
  const { loaded, conditions } = useConditions();
  const now = useNow();
  const sounded = useRef(0);
  const { account } = desk.viewer;

  useEffect(() => {
    alarms.set(noAlarms);
    answered.set(null);
  }, []);

  useEffect(() => {
    if (!loaded) return;
    const before = alarms.get();
    const next = onConditions(before, conditions, now);
    const ids = new Set(conditions.map(({ id }) => id));
    for (const alarm of sounding(before, now)) {
      const name = ids.has(alarm.id) ? null : whoEnded(alarm, desk);
      if (name !== null) answered.set({ text: alarm.text, name });
    }
    alarms.set(next);
    const known = new Set(before.standing.map(({ id }) => id));
    const fresh = before.begun ? conditions.filter(({ id }) => !known.has(id)).length : 0;
    countAlarms(account, fresh, now);
    const [loudest] = sounding(next, now);
    if (loudest === undefined || (fresh === 0 && now - sounded.current < again)) return;
    sounded.current = now;
    if (soundsHere.get()) playTone(loudest.priority);
  }, [loaded, conditions, now, account, desk]);
}
