import type { ResultOf } from 'gql.tada';
import { useEffect, useState } from 'react';
import type { CombinedError } from 'urql';
import type { cityDocument } from '../api/documents/reference.ts';
import type { Viewer } from '../api/types.ts';
import { keep, recall } from '../store/kept.ts';
import { registerWorker } from '../worker/register.ts';

type City = NonNullable<ResultOf<typeof cityDocument>['city']>;
interface Answer {
  readonly data?: ResultOf<typeof cityDocument> | undefined;
  readonly error?: CombinedError | undefined;
}

/**
 * The city as the server says, and where it can't be reached as this device remembers it. A liaison's
 * device keeps what the console needs to open without a line.
 */
export function useKeptCity({ roles }: Viewer, id: string, { data, error }: Answer): City | null {
  const [kept, setKept] = useState<City | null>(null);
  const told = data?.city ?? null;
  const keeps = roles.includes('LIAISON');
  const lost = error?.networkError !== undefined;
  const name = `city ${id}`;
  useEffect(() => {
    if (keeps) registerWorker();
  }, [keeps]);
  useEffect(() => {
    if (keeps && told !== null) void keep(name, told);
  }, [keeps, name, told]);
  useEffect(() => {
    if (keeps && lost) void recall<City>(name).then(setKept);
  }, [keeps, name, lost]);
  return told ?? kept;
}
