import type { ResponsePlan } from '@tocsin/domain';
import { accidentPlans } from './accidents.ts';
import { disasterPlans } from './disasters.ts';
import { firePlans } from './fires.ts';
import { societyPlans } from './society.ts';

export const plans: readonly ResponsePlan[] = [
  ...firePlans,
  ...accidentPlans,
  ...disasterPlans,
  ...societyPlans,
];
