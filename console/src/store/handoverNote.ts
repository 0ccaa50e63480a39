import type { OpenWork } from '../api/types.ts';

/** The longest note that the server takes is 4,000 characters; this leaves room to write. */
const longest = 3000;

interface NoteWords {
  readonly heading: (kind: keyof OpenWork['counts'], count: number) => string;
  readonly more: (count: number) => string;
  readonly status: (kind: keyof OpenWork['counts'], status: string) => string;
}

/**
 * What a handover note begins with: what is open, a line each, by kind. Lines that would make it too
 * long are counted only; the handover itself lists them all.
 */
export function handoverNote(open: OpenWork, words: NoteWords): string {
  const kinds = {
    incidents: open.incidents.map((one) => [one.number, one.what, one.status] as const),
    tasks: open.tasks.map((one) => [one.number, one.instruction, one.status] as const),
    actions: open.actions.map((one) => [one.number, one.text, one.status] as const),
  };
  let note = '';
  for (const kind of ['incidents', 'tasks', 'actions'] as const) {
    const count = open.counts[kind];
    if (count === 0) continue;
    note += `${words.heading(kind, count)}\n`;
    let written = 0;
    for (const [number, what, status] of kinds[kind]) {
      const line = `  ${number} ${what.replace(/\s+/g, ' ').slice(0, 120)} · ${words.status(kind, status)}\n`;
      if (note.length + line.length > longest) break;
      note += line;
      written += 1;
    }
    if (written < count) note += `  ${words.more(count - written)}\n`;
  }
  return note;
}
