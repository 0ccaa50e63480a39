import type { Task } from '../incident/incident.ts';
import type { Block, Cell, Section } from './document.ts';
import type { Telling } from './telling.ts';

const links = [
  'assigned',
  'delivered',
  'seen',
  'accepted',
  'objection',
  'started',
  'done',
  'returned',
  'verified',
  'cancelled',
] as const;

const secondsBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / 1000;

/** One task: its chain of evidence with the time since its assignment, and what was reported. */
function taskBlocks(telling: Telling, task: Task): readonly Block[] {
  const { say, sayAny, time, span, department, entry } = telling;
  const chain = links.flatMap((link): (readonly Cell[])[] => {
    const evidence = task[link];
    if (!evidence) return [];
    const { by, occurredAt, recordedAt } = evidence;
    const after = span(secondsBetween(task.assigned.occurredAt, occurredAt));
    const reason = 'reason' in evidence ? String(evidence.reason) : '';
    return [[say(link), by.name, time(occurredAt), time(recordedAt), after, reason]];
  });
  const notes = task.notes.map(
    ({ by, occurredAt, recordedAt, text, revision }): readonly Cell[] => [
      say('note'),
      by.name,
      time(occurredAt),
      time(recordedAt),
      span(secondsBetween(task.assigned.occurredAt, occurredAt)),
      entry(text, revision),
    ],
  );
  const columns = (['step', 'who', 'occurred', 'recorded', 'after', 'note'] as const).map(say);
  return [
    {
      kind: 'heading',
      text: `${department(task.department)} (${say(task.part)}) – ${sayAny(task.status)}`,
    },
    { kind: 'text', text: `${say('instruction')}: ${task.instruction}` },
    { kind: 'table', columns, rows: [...chain, ...notes] },
  ];
}

export const tasksSection = (telling: Telling): Section => ({
  title: telling.say('tasks'),
  blocks: [...telling.incident.tasks.values()].flatMap((task) => taskBlocks(telling, task)),
});

/** Each unit with the stages that it reached, and how long each took from the one before. */
export function unitsSection({ incident, say, sayAny, time, span, department }: Telling): Section {
  const rows = [...incident.commitments.values()].map((unit): readonly Cell[] => {
    const reached = Object.entries(unit.reached).sort(([, one], [, other]) =>
      one.localeCompare(other),
    );
    const stages = reached.map(([stage, at], index) => {
      const before = reached[index - 1]?.[1];
      const taken = before === undefined ? '' : ` (+${span(secondsBetween(before, at))})`;
      return `${sayAny(stage)} ${time(at)}${taken}`;
    });
    return [unit.callSign, department(unit.department), stages.join('\n')];
  });
  const columns = (['unit', 'department', 'stages'] as const).map(say);
  return {
    title: say('units'),
    blocks: rows.length === 0 ? [] : [{ kind: 'table', columns, rows }],
  };
}
