import { city } from './city.testkit.ts';
import { given as givenIncident, open } from './incident.testkit.ts';
import { dispatcher, now, specification } from './specification.testkit.ts';
import type { UnitContext } from './unit/context.ts';
import { unitDecider } from './unit/decide.ts';
import type { Stage, UnitEvent, UnitFacts } from './unit/events.ts';

export const facts: UnitFacts = {
  unit: 'xinghe.E1',
  city: 'xinghe',
  callSign: 'E1',
  department: 'fire',
  kind: 'engine',
  name: { zh: '一号车', en: 'Engine 1' },
  capabilities: ['water'],
  station: 'Station 1',
};
export const incident = givenIncident(...open).state;
export const unitContext: UnitContext = { now, actor: dispatcher, city, incident };
export const { given } = specification(unitDecider, unitContext);

export const registered: UnitEvent = { type: 'UnitRegistered', data: facts };
export const onDuty: UnitEvent = { type: 'UnitOnDuty', data: {} };
export const ready = [registered, onDuty];
export const first = { assignment: 'a-1', incident: 'i-1' };
export const second = { assignment: 'a-2', incident: 'i-2' };
export const who = { callSign: 'E1', department: 'fire' };
export const dispatched: UnitEvent = { type: 'UnitDispatched', data: { ...first, ...who } };
export const stacked: UnitEvent = { type: 'AssignmentStacked', data: { ...second, ...who } };
export const reach = (stage: Exclude<Stage, 'dispatched'>, more: object = {}): UnitEvent => ({
  type: 'AssignmentStageReached',
  data: { ...first, stage, ...more },
});
