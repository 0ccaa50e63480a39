import { useEffect, useState } from 'react';
import { askUntilAnswered } from '../../api/askUntilAnswered.ts';
import { plansForDocument } from '../../api/documents/plans.ts';
import type { Incident, PlanSuggestion } from '../../api/types.ts';

export interface Plans {
  readonly at: 'loading' | 'shown' | 'failed';
  /** What the server refused it with; without it, it is being asked again. */
  readonly why?: string | undefined;
  /** While they are asked for again, those before stay. */
  readonly suggestions: readonly PlanSuggestion[];
}

/** The plans that fit the incident, asked for anew with every change of its record. */
export function usePlans({ id, revision }: Pick<Incident, 'id' | 'revision'>): Plans {
  const [plans, setPlans] = useState<Plans>({ at: 'loading', suggestions: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision may fit other plans
  useEffect(
    () =>
      askUntilAnswered(
        plansForDocument,
        { incident: id },
        {
          answered: ({ plansFor }) => setPlans({ at: 'shown', suggestions: plansFor }),
          failed: (why) => setPlans((known) => ({ ...known, at: 'failed', why })),
        },
      ),
    [id, revision],
  );
  return plans;
}
