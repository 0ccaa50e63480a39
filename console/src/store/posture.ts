import type { Posture } from '../api/types.ts';

export const postures: readonly Posture[] = ['ROUTINE', 'ALERT', 'EMERGENCY'];

/** What deadlines are multiplied by in a posture, by the city's rules; 1 where these don't say. */
export function deadlineFactor(rules: unknown, posture: Posture): number {
  const of = (rules as Readonly<Record<string, { readonly deadlineFactor?: unknown }>> | null)?.[
    posture.toLowerCase()
  ];
  return typeof of?.deadlineFactor === 'number' ? of.deadlineFactor : 1;
}
