import { useEffect, useState } from 'react';
import { responseTimesDocument } from '../../api/documents/responseTimes.ts';
import { useAsked } from '../../api/useAsked.ts';
import { useDesk } from '../../app/desk.ts';

/** The hours that the wall looks back. */
export const hoursBack = 8;
const pause = 30_000;

/** Response times of the last hours, asked for again twice a minute. */
export function useResponseTimes() {
  const { city } = useDesk();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((before) => before + 1), pause);
    return () => clearInterval(timer);
  }, []);
  return useAsked(responseTimesDocument, { city: city.city.id, hours: hoursBack }, String(turn));
}
