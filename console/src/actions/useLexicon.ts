import { useMemo } from 'react';
import type { IncidentRow, Stage, TaskRow, UnitRow } from '../api/types.ts';
import { type Desk, useDesk } from '../app/desk.ts';
import { route } from '../app/route.ts';
import { useWords, type Words } from '../app/words.ts';
import { en } from '../i18n/en.ts';
import type { Text } from '../i18n/text.ts';
import { zh } from '../i18n/zh.ts';
import { isEnded } from '../store/needs.ts';
import { rowStore } from '../store/rowStore.ts';
import { useSignal } from '../store/signal.ts';
import { stageOrder } from '../store/stages.ts';
import { stateOf } from '../store/units.ts';
import { useAllRows } from '../store/useRows.ts';
import { type Entry, type Lexicon, noEntries } from './grammar/lexicon.ts';

type Said = Words & { readonly t: Text };
type Named = { readonly id: string; readonly name: { readonly zh: string; readonly en: string } };

/** The names that a person of one language would write come first. */
const inOrder = ({ language }: Said, zhName: string, ...others: readonly string[]): string[] =>
  language === 'en' ? [...others, zhName] : [zhName, ...others];

const listed = (items: readonly Named[], said: Said): readonly Entry[] =>
  items.map((one) => ({
    value: one.id,
    names: inOrder(said, one.name.zh, one.id, one.name.en),
    told: said.name(one.name),
  }));

const brief = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

const incidentEntry = (row: IncidentRow, { t, type }: Said): Entry => ({
  value: row.id,
  names: [String(row.number)],
  told: `${row.type === null ? '' : `${type(row.type)} · `}${brief(row.what)} · ${t(`status.${row.status}`)}`,
});

const unitEntry = (row: UnitRow, { t, department }: Said): Entry => ({
  value: row.id,
  names: [row.callSign],
  told: `${department(row.department)} · ${
    row.active ? t(`stage.${row.active.stage}`) : t(`units.state.${stateOf(row)}`)
  }`,
});

/** A department's tasks by the number of their incident: of several the newest that is open. */
function taskEntries(rows: readonly TaskRow[], { t }: Said): readonly Entry[] {
  const open = rows.filter((row) => !isEnded(row));
  const newest = new Map<number, TaskRow>();
  for (const row of open) {
    const known = newest.get(row.number);
    if (!known || known.assigned.occurredAt < row.assigned.occurredAt) newest.set(row.number, row);
  }
  return [...newest.values()].map((row) => ({
    value: row.id,
    names: [String(row.number)],
    told: `${brief(row.instruction)} · ${t(`task.${row.status}`)}`,
  }));
}

// A crew says "on scene", a hand types "onscene"; spaces don't count.
const stageEntries = (said: Said): readonly Entry[] =>
  stageOrder
    .filter((stage) => stage !== 'DISPATCHED')
    .map((stage: Stage) => ({
      value: stage,
      names: inOrder(said, zh.stage[stage], en.stage[stage]),
      told: said.t(`stage.${stage}`),
    }));

const levels = ['1', '2', '3', '4'] as const;
const cancelReasons = ['FALSE', 'DUPLICATE', 'TEST'] as const;

/** An entry is made once for each state of a row: a board of thousands changes many times a second. */
function entriesOf(said: Said) {
  const made = new WeakMap<IncidentRow | UnitRow, Entry>();
  const once = <R extends IncidentRow | UnitRow>(row: R, make: (row: R, said: Said) => Entry) => {
    const entry = made.get(row) ?? make(row, said);
    made.set(row, entry);
    return entry;
  };
  return {
    incident: (row: IncidentRow): Entry => once(row, incidentEntry),
    unit: (row: UnitRow): Entry => once(row, unitEntry),
  };
}

function lexiconOf(
  { city: { city }, tasks }: Desk,
  said: Said,
  views: readonly (keyof typeof en.view)[],
  {
    entries,
    incidents,
    units,
    own,
    shown,
  }: {
    readonly entries: ReturnType<typeof entriesOf>;
    readonly incidents: readonly IncidentRow[];
    readonly units: readonly UnitRow[];
    readonly own: readonly TaskRow[];
    readonly shown: readonly string[];
  },
): Lexicon {
  const ownTasks = taskEntries(own, said);
  const [only, ...others] = ownTasks;
  const [view, id, inPane] = shown;
  const chosen = view === 'dispatch' ? id : view === 'pane' ? inPane : undefined;
  const open = incidents.find((row) => row.id === chosen || `${row.number}` === chosen);
  return {
    entries: {
      ...noEntries,
      department: listed(
        city.departments.filter((one) => one.takesTasks),
        said,
      ),
      incident: incidents.map(entries.incident),
      unit: units.map(entries.unit),
      task: ownTasks,
      stage: stageEntries(said),
      type: listed(city.types, said),
      level: levels.map((level) => ({
        value: level,
        names: [level],
        told: said.t('judge.levelOf', { level }),
      })),
      cancelReason: cancelReasons.map((reason) => ({
        value: reason,
        names: inOrder(said, zh.cancelReason[reason], en.cancelReason[reason]),
        told: said.t(`cancelReason.${reason}`),
      })),
      view: views.map((one) => ({
        value: one,
        names: inOrder(said, zh.view[one], one, en.view[one]),
        told: said.t(`view.${one}`),
      })),
    },
    meant: {
      ...(open ? { incident: open.id } : {}),
      ...(tasks !== null && only && others.length === 0 ? { task: only.value } : {}),
    },
  };
}

const noIncidents = rowStore<IncidentRow>(() => 0);
const noUnits = rowStore<UnitRow>(() => 0);
const noTasks = rowStore<TaskRow>(() => 0);
const nothing: Lexicon = { entries: noEntries, meant: {} };

/**
 * Everything that can be named at the command line now, as it stands on the live boards. While the
 * line is closed it is empty, and nothing is watched for it.
 */
export function useLexicon(open: boolean, views: readonly (keyof typeof en.view)[]): Lexicon {
  const desk = useDesk();
  const said = useWords();
  const incidents = useAllRows(open ? desk.incidents.store : noIncidents);
  const units = useAllRows(open ? desk.units.store : noUnits);
  const own = useAllRows((open ? desk.tasks?.store : undefined) ?? noTasks);
  const shown = useSignal(route);
  const entries = useMemo(() => entriesOf(said), [said]);
  return useMemo(
    () =>
      open ? lexiconOf(desk, said, views, { entries, incidents, units, own, shown }) : nothing,
    [open, desk, said, views, entries, incidents, units, own, shown],
  );
}
