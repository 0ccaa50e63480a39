import { randomUUID } from 'node:crypto';
import type { IncidentCommand, IncidentEvent } from '@tocsin/domain';
import type { Store } from '@tocsin/domain/store';
import { profile } from './city.ts';
import { assertAccepted, commandMeta } from './person.ts';

const sentence =
  'The caller reports a strong smell of gas at the corner of the market hall; two shops were cleared and the street is closed to traffic. ';

/** About 500 bytes of event data with a note's id. */
export const noteText = sentence.repeat(4).slice(0, 430);

export const note = (): Extract<IncidentCommand, { type: 'AddNote' }> => ({
  type: 'AddNote',
  data: { note: randomUUID(), text: noteText },
});

export const noted = (): IncidentEvent => ({ type: 'NoteAdded', data: note().data });

/** What is reported, at a place that differs from number to number. */
export function reportOf(incident: string, number: number) {
  const cell = number % 16;
  const lon = 113.01 + (cell % 4) * 0.05;
  const lat = 28.01 + Math.floor(cell / 4) * 0.05;
  return {
    incident,
    city: profile.id,
    report: randomUUID(),
    channel: 'phone' as const,
    what: 'Smell of gas in the market hall, several people feel unwell',
    place: {
      address: `${number} Market Street`,
      lon,
      lat,
      cell: `cell-${cell + 1}`,
      district: cell < 8 ? 'south' : 'north',
    },
    reporter: { name: 'A passer-by', phone: '138 0000 0000' },
  };
}

export const reported = (incident: string, number: number): IncidentEvent => ({
  type: 'IncidentReported',
  data: { ...reportOf(incident, number), exercise: false },
});

/** Reports so many new incidents through the store; it then has them at hand. Their ids. */
export function openIncidents(store: Store, count: number): Promise<string[]> {
  const report = async (number: number): Promise<string> => {
    const id = randomUUID();
    const command = { type: 'ReportIncident' as const, data: reportOf(id, number) };
    assertAccepted(await store.incident(id, command, commandMeta()));
    return id;
  };
  return Promise.all(Array.from({ length: count }, (_, number) => report(number + 1)));
}
