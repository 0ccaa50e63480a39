import { openReachablePool } from '../openReachablePool.ts';
import { readRunFile } from '../runFile.ts';
import { UserError } from '../userError.ts';
import { words } from './words/words.ts';

/** The id of an incident that is named by its number on the boards; an id is itself. Throws a `UserError`. */
export async function incidentOfNumber(dataDir: string, named: string): Promise<string> {
  if (!/^\d{1,9}$/.test(named)) return named;
  const url = process.env.DATABASE_URL || readRunFile(dataDir)?.database;
  if (url === undefined) throw new UserError(words.numberNeedsBoards(named));
  const pool = await openReachablePool(url, () => {});
  try {
    const { rows } = await pool.query<{ id: string }>(
      'select id from incident_row where number = $1 limit 2',
      [Number(named)],
    );
    const [only, other] = rows;
    if (!only) throw new UserError(words.noIncident(named));
    if (other) throw new UserError(words.severalIncidents(named));
    return only.id;
  } finally {
    await pool.end();
  }
}
