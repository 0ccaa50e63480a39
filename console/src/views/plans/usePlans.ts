import { useEffect, useState } from 'react';
import { ask } from '../../api/client.ts';
import { plansForDocument } from '../../api/documents/plans.ts';
import type { Incident, PlanSuggestion } from '../../api/types.ts';

export interface Plans {
  readonly at: 'loading' | 'shown' | 'failed';
  /** While they are asked for again, those before stay. */
  readonly suggestions: readonly PlanSuggestion[];
}

/** The plans that fit the incident, asked for anew with every change of its record. */
export function usePlans({ id, revision }: Pick<Incident, 'id' | 'revision'>): Plans {
  const [plans, setPlans] = useState<Plans>({ at: 'loading', suggestions: [] });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new revision may fit other plans
  useEffect(() => {
    let stopped = false;
    ask(plansForDocument, { incident: id }).then(
      ({ plansFor }) => stopped || setPlans({ at: 'shown', suggestions: plansFor }),
      () => stopped || setPlans((known) => ({ ...known, at: 'failed' })),
    );
    return () => {
      stopped = true;
    };
  }, [id, revision]);
  return plans;
}
