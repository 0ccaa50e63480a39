import type { Place } from '../place.ts';
import type { Localized } from '../text.ts';
import { placeInArea } from './area.ts';
import type { City } from './city.ts';
import type { Grade } from './events.ts';
import type { ResponsePlan } from './plan.ts';

/** What a plan can be meant for in particular, the weightiest first. */
export type PlanAspect = 'type' | 'area' | 'grade';

export interface MatchingPlan {
  readonly plan: ResponsePlan;
  /** What the plan names and the incident has; empty for a plan that is meant for everything. */
  readonly because: readonly PlanAspect[];
  readonly reason: Localized;
}

/** What is known of an incident so far; a plan that names what isn't known doesn't match. */
export interface PlanCase {
  readonly type?: string;
  readonly grade?: Grade;
  readonly place: Place;
}

const grades = ['', 'I', 'II', 'III', 'IV'] as const;
const weight: Readonly<Record<PlanAspect, number>> = { type: 4, area: 2, grade: 1 };

function aspects(city: City, plan: ResponsePlan, known: PlanCase): PlanAspect[] | undefined {
  const found: PlanAspect[] = [];
  if (plan.types.length > 0) {
    if (known.type === undefined || !plan.types.includes(known.type)) return undefined;
    found.push('type');
  }
  if (plan.area) {
    if (!placeInArea(city, plan.area, known.place)) return undefined;
    found.push('area');
  }
  if (plan.grades.length > 0) {
    if (known.grade === undefined || !plan.grades.includes(known.grade)) return undefined;
    found.push('grade');
  }
  return found;
}

const everything: Localized = {
  zh: '通用预案：适用于各类型、各等级、各区域。',
  en: 'A general plan: for every type, grade and place.',
};

function reasonOf(city: City, because: readonly PlanAspect[], known: PlanCase): Localized {
  if (because.length === 0) return everything;
  const type = city.types.get(known.type ?? '')?.name ?? { zh: '', en: '' };
  const grade = grades[known.grade ?? 0];
  const words: Readonly<Record<PlanAspect, Localized>> = {
    type: { zh: `类型为“${type.zh}”`, en: `its type is “${type.en}”` },
    area: { zh: '位于预案适用区域内', en: 'it lies in the plan’s area' },
    grade: { zh: `等级为${grade}级`, en: `its grade is ${grade}` },
  };
  return {
    zh: `${because.map((aspect) => words[aspect].zh).join('，')}。`,
    en: `Matches because ${because.map((aspect) => words[aspect].en).join(', ')}.`,
  };
}

/** The city's plans that fit an incident, the most specific first; equals as the profile lists them. */
export function matchingPlans(city: City, known: PlanCase): readonly MatchingPlan[] {
  const found = [...city.plans.values()].flatMap((plan): MatchingPlan[] => {
    const because = aspects(city, plan, known);
    return because ? [{ plan, because, reason: reasonOf(city, because, known) }] : [];
  });
  const score = ({ because }: MatchingPlan) => because.reduce((sum, one) => sum + weight[one], 0);
  return found.sort((a, b) => score(b) - score(a));
}
