import type { Recorded } from '../../metadata.ts';
import { evidence } from '../evidence.ts';
import type { Evidence, Incident } from '../incident.ts';
import type { AppliedPlan } from './appliedPlan.ts';
import type { PlanEvent } from './events.ts';

type Applied = Extract<PlanEvent, { type: 'PlanApplied' }>['data'];

function withApplied(known: AppliedPlan | undefined, data: Applied, link: Evidence): AppliedPlan {
  const { plan, name, version, responseLevel, application, parts } = data;
  const checklist = known?.checklist ?? [];
  const fresh = parts.checklist.filter(({ id }) => !checklist.some((item) => item.id === id));
  return {
    plan,
    name,
    version,
    ...(responseLevel === undefined ? {} : { responseLevel }),
    applications: [...(known?.applications ?? []), { ...link, application, version, parts }],
    checklist: [...checklist, ...fresh],
  };
}

function withItem(
  incident: Incident,
  { plan, item }: { readonly plan: string; readonly item: string },
  ticked: Evidence | undefined,
): Incident {
  const known = incident.plans.get(plan);
  if (!known) return incident;
  const checklist = known.checklist.map((one) => {
    if (one.id !== item) return one;
    const { id, text } = one;
    return ticked ? { id, text, ticked } : { id, text };
  });
  return { ...incident, plans: new Map(incident.plans).set(plan, { ...known, checklist }) };
}

export function evolvePlans(incident: Incident, event: Recorded<PlanEvent>): Incident {
  switch (event.type) {
    case 'PlanApplied': {
      const { plan } = event.data;
      const next = withApplied(incident.plans.get(plan), event.data, evidence(event));
      return { ...incident, plans: new Map(incident.plans).set(plan, next) };
    }
    case 'UnitsRequested': {
      const request = { ...event.data, requested: evidence(event) };
      const unitRequests = new Map(incident.unitRequests).set(request.request, request);
      return { ...incident, unitRequests };
    }
    case 'UnitRequestWithdrawn': {
      const { request, reason } = event.data;
      const known = incident.unitRequests.get(request);
      if (!known) return incident;
      const withdrawn = { ...evidence(event), reason };
      const unitRequests = new Map(incident.unitRequests).set(request, { ...known, withdrawn });
      return { ...incident, unitRequests };
    }
    case 'ChecklistItemTicked':
      return withItem(incident, event.data, evidence(event));
    case 'ChecklistItemUnticked':
      return withItem(incident, event.data, undefined);
  }
}
