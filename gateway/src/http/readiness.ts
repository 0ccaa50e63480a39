import type { Store } from '@tocsin/domain/store';
import { dataState, status } from '@tocsin/projections/queries';
import type { Pool } from 'pg';

/** What a gateway needs to be of use, and what is wrong with each; undefined when it is fine. */
export interface Readiness {
  readonly store: string | undefined;
  readonly database: string | undefined;
  readonly projections: string | undefined;
}

/** How long each part has to answer, in milliseconds. */
const patience = 2_000;

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patience} ms`)), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

const problem = async (work: Promise<unknown>): Promise<string | undefined> => {
  try {
    await within(work);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

async function projections(pool: Pool): Promise<string | undefined> {
  try {
    const { boards, live } = await within(status(pool));
    if (live) return undefined;
    if (!boards) return 'no runner has started yet';
    if (boards.state === 'failed') return `stopped on an event: ${boards.message ?? 'unknown'}`;
    return dataState(boards) === 'behind'
      ? 'still catching up'
      : `the last heartbeat is ${Math.round(boards.ageMs / 1000)} s old`;
  } catch {
    return 'unknown, the database does not answer';
  }
}

export async function readiness(store: Store, pool: Pool): Promise<Readiness> {
  const [storeProblem, databaseProblem, projectionsProblem] = await Promise.all([
    problem(store.ping()),
    problem(pool.query('select 1')),
    projections(pool),
  ]);
  return { store: storeProblem, database: databaseProblem, projections: projectionsProblem };
}
