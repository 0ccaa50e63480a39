import type { ResponsePlan } from './city/plan.ts';
import { cityOf, profile } from './city.testkit.ts';
import { derivedId } from './derivedId.ts';
import type { IncidentContext } from './incident/context.ts';
import type { PlanEvent } from './incident/plans/events.ts';
import { context } from './incident.testkit.ts';

const named = (id: string) => ({ id, name: { zh: `${id} 中文`, en: id } });
const said = (id: string) => ({ zh: `${id} 中文`, en: id });

/** A run card with something of everything. */
export const gasPlan: ResponsePlan = {
  ...named('gas-leak-plan'),
  version: 3,
  types: ['gas-leak'],
  grades: [],
  responseLevel: 3,
  tasks: [
    {
      id: 'find',
      department: 'gas',
      part: 'lead',
      instruction: said('Find the leak'),
      acknowledgeWithin: 30,
      finishWithin: 900,
    },
    { id: 'keep-clear', department: 'police', part: 'assist', instruction: said('Keep clear') },
  ],
  units: [{ id: 'engines', capability: 'fire', count: 2 }],
  roles: [{ role: 'incidentCommander', department: 'fire' }],
  checklist: [
    { id: 'wind', text: said('Ask for the wind') },
    { id: 'school', text: said('Warn the school') },
  ],
};

export const planCity = (plan: ResponsePlan = gasPlan) =>
  cityOf({
    ...profile,
    capabilities: [named('fire'), named('ladder')],
    plans: [plan],
  });
export const inPlanCity: IncidentContext = { ...context, city: planCity() };

export const application = 'a0000000-0000-4000-8000-000000000001';
export const findTask = derivedId(application, 'task', 'find');
export const clearTask = derivedId(application, 'task', 'keep-clear');
export const engines = derivedId(application, 'units', 'engines');

export const gasApplied: Extract<PlanEvent, { type: 'PlanApplied' }> = {
  type: 'PlanApplied',
  data: {
    application,
    plan: gasPlan.id,
    version: 3,
    name: gasPlan.name,
    responseLevel: 3,
    parts: {
      tasks: [
        {
          planTask: 'find',
          task: findTask,
          department: 'gas',
          part: 'lead',
          instruction: said('Find the leak'),
        },
        {
          planTask: 'keep-clear',
          task: clearTask,
          department: 'police',
          part: 'assist',
          instruction: said('Keep clear'),
        },
      ],
      units: [{ planUnits: 'engines', request: engines, capability: 'fire', count: 2 }],
      roles: gasPlan.roles,
      checklist: gasPlan.checklist,
    },
  },
};
export const enginesRequested: Extract<PlanEvent, { type: 'UnitsRequested' }> = {
  type: 'UnitsRequested',
  data: {
    request: engines,
    capability: 'fire',
    count: 2,
    plan: gasPlan.id,
    version: 3,
    planUnits: 'engines',
  },
};
