import type { PersonEvent } from '@tocsin/domain';
import type { PersonRow } from '../queries/rows.ts';

/**
 * The person's row after an event; the password's digest stays in the log alone.
 *
 * @throws when the person was never appointed
 */
export function projectPerson(row: PersonRow | undefined, event: PersonEvent): PersonRow {
  if (event.type === 'PersonAppointed') return event.data;
  if (!row) throw new Error(`There is no appointed person for ${event.type}.`);
  return event.type === 'PersonDismissed' ? { ...row, dismissed: true } : row;
}
