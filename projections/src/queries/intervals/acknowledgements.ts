import type { Db } from '../snapshot.ts';

export interface Acknowledgements {
  readonly count: number;
  /** Answered by the deadline that the task gave. */
  readonly within: number;
  /** Seconds; null while nothing was answered. */
  readonly median: number | null;
}

/**
 * How fast departments answered the tasks of a period (ISO 8601), without exercises. One that still
 * waits past its deadline counts as late; one that was cancelled, or given to another department,
 * before anybody answered does not count.
 */
export async function acknowledgements(
  db: Db,
  city: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<Acknowledgements> {
  const found = await db.query<Acknowledgements>(
    `select count(*)::int as count,
       (count(*) filter (where answered <= due))::int as within,
       percentile_disc(0.5) within group (order by date_part('epoch', answered - at))
         filter (where answered >= at) as median
     from task_times
     where city = $1 and at >= $2 and at < $3 and not exercise
       and (answered is not null or (due < $3 and outcome <> 'cancelled'))`,
    [city, from, to],
  );
  return found.rows[0] ?? { count: 0, within: 0, median: null };
}
