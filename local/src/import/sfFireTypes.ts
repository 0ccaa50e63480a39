import type { Grade, IncidentClass, IncidentType, NewTask, Priority } from '@tocsin/domain';
import { idOf, taskIdOf } from './ids.ts';

interface CallType {
  readonly zh: string;
  readonly class: IncidentClass;
  readonly grade: Grade;
  readonly priority: Priority;
  /** What other departments are asked to do, the first one first. */
  readonly asks?: readonly (readonly [department: string, instruction: string])[];
  /** The department that leads, where that isn't the fire department. */
  readonly lead?: string;
  /** Offered to a dispatcher beside those, but not asked by the import. */
  readonly offers?: readonly string[];
}

/**
 * The one table of what a call type means here. The fire department is never asked: the source has
 * its part as units, whose assignments are its record. A department is asked only where the kind of
 * call by itself calls for it: the gas company for gas, the power company for live wires, the police
 * for whatever happens in traffic or needs people kept away. The type's priority counts only for
 * calls whose own final priority is neither 2 nor 3.
 */
const callTypes: Readonly<Record<string, CallType>> = {
  'Medical Incident': {
    zh: '医疗急救',
    class: 'publicHealth',
    grade: 4,
    priority: 2,
    offers: ['health'],
  },
  Alarms: { zh: '自动报警', class: 'accidentDisaster', grade: 4, priority: 3 },
  'Structure Fire': {
    zh: '建筑火灾',
    class: 'accidentDisaster',
    grade: 3,
    priority: 1,
    asks: [
      ['police', 'Keep the street clear for fire apparatus and people out of the danger area.'],
      ['power', 'Stand by to cut the building off the supply when fire command asks.'],
      ['gas', 'Stand by to shut off the building’s gas when fire command asks.'],
    ],
    offers: ['water-supply', 'health'],
  },
  'Traffic Collision': {
    zh: '交通事故',
    class: 'accidentDisaster',
    grade: 4,
    priority: 2,
    asks: [['police', 'Secure the scene, direct traffic and take the collision report.']],
    offers: ['traffic-police', 'transport', 'health'],
  },
  'Outside Fire': {
    zh: '室外火灾',
    class: 'accidentDisaster',
    grade: 4,
    priority: 2,
    offers: ['urban-management'],
  },
  'Citizen Assist / Service Call': {
    zh: '群众求助',
    class: 'socialSecurity',
    grade: 4,
    priority: 3,
  },
  'Gas Leak (Natural and LP Gases)': {
    zh: '燃气泄漏',
    class: 'accidentDisaster',
    grade: 3,
    priority: 2,
    asks: [
      ['gas', 'Find the leak, shut off the supply and make the place safe.'],
      ['police', 'Keep people and traffic away until the place is safe.'],
    ],
    offers: ['power'],
  },
  'Water Rescue': {
    zh: '水上救援',
    class: 'accidentDisaster',
    grade: 3,
    priority: 1,
    asks: [['police', 'Send the marine unit and keep the shore clear.']],
    offers: ['health'],
  },
  'Smoke Investigation (Outside)': {
    zh: '室外烟雾排查',
    class: 'accidentDisaster',
    grade: 4,
    priority: 3,
  },
  'Vehicle Fire': {
    zh: '车辆火灾',
    class: 'accidentDisaster',
    grade: 4,
    priority: 2,
    asks: [['police', 'Close the lane and direct traffic around the vehicle.']],
    offers: ['traffic-police', 'transport'],
  },
  'Electrical Hazard': {
    zh: '电气险情',
    class: 'accidentDisaster',
    grade: 4,
    priority: 2,
    asks: [['power', 'Make the line or the equipment dead and confirm it to the crew on scene.']],
    offers: ['police'],
  },
  'Elevator / Escalator Rescue': {
    zh: '电梯救援',
    class: 'accidentDisaster',
    grade: 4,
    priority: 3,
    offers: ['power'],
  },
  'Assist Police': {
    zh: '协助警方',
    class: 'socialSecurity',
    grade: 4,
    priority: 3,
    lead: 'police',
    asks: [['police', 'Lead on scene; tell the crew what is needed.']],
  },
  'Odor (Strange / Unknown)': {
    zh: '不明异味',
    class: 'accidentDisaster',
    grade: 4,
    priority: 3,
    asks: [['gas', 'Measure for gas at the address and report the reading.']],
  },
  'Fuel Spill': {
    zh: '燃油泄漏',
    class: 'accidentDisaster',
    grade: 4,
    priority: 2,
    asks: [
      ['drainage', 'Keep the fuel out of the drains and check the outfall.'],
      ['urban-management', 'Clean the road surface when fire command releases it.'],
    ],
    offers: ['police', 'transport'],
  },
  Other: { zh: '其他', class: 'accidentDisaster', grade: 4, priority: 3 },
};

/** A call type that the table doesn't know is taken as an ordinary accident that asks nobody else. */
const unknown = (name: string): CallType => ({
  zh: name,
  class: 'accidentDisaster',
  grade: 4,
  priority: 3,
});

const callTypeOf = (name: string): CallType =>
  (Object.hasOwn(callTypes, name) ? callTypes[name] : undefined) ?? unknown(name);

export function incidentTypeOf(name: string): IncidentType {
  const {
    zh,
    class: kind,
    grade,
    priority,
    lead = 'fire',
    asks = [],
    offers = [],
  } = callTypeOf(name);
  const asked = asks.map(([department]) => department);
  const departments = [...new Set([lead, 'fire', ...asked, ...offers])];
  return { id: idOf(name), name: { en: name, zh }, class: kind, grade, priority, departments };
}

/** What the import asks of other departments on a call of this type; often nothing. */
export function tasksOf(call: string, type: string): readonly NewTask[] {
  const { lead, asks = [] } = callTypeOf(type);
  return asks.map(([department, instruction]) => ({
    task: taskIdOf(call, department),
    department,
    part: department === lead ? 'lead' : 'assist',
    instruction,
  }));
}

/**
 * San Francisco's code 3 is a response with lights and siren, code 2 one without; `E` is an
 * immediate threat to life. So `E` is 1, code 3 is 2, code 2 is 3, and 4 stays free for what is
 * merely put down. Undefined (as the type says) for anything else.
 */
export function priorityOf(priority: string, finalPriority: string): Priority | undefined {
  if (finalPriority === '3') return priority === 'E' ? 1 : 2;
  return finalPriority === '2' ? 3 : undefined;
}
