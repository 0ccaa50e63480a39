import type {
  Grade,
  IncidentClass,
  IncidentType,
  Priority,
  ResponsePlan,
  ResponsibilityRule,
  WantedParts,
} from '@tocsin/domain';
import { idOf, taskIdOf } from './ids.ts';

/** A task that the import gives, and to whom. */
export interface AskedTask {
  readonly task: string;
  readonly department: string;
}

interface CallType {
  readonly zh: string;
  readonly class: IncidentClass;
  readonly grade: Grade;
  readonly priority: Priority;
  /** What other departments are asked to do, the first one first. */
  readonly asks?: readonly (readonly [department: string, en: string, zh: string])[];
  /** How many units with which capability a first alarm gets; one engine where it isn't said. */
  readonly sends?: Readonly<Record<string, number>>;
  /** Of those, what a call without lights and siren doesn't get. */
  readonly urgentOnly?: readonly string[];
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
    sends: { ambulance: 1, pump: 1 },
    urgentOnly: ['pump'],
    zh: '医疗急救',
    class: 'publicHealth',
    grade: 4,
    priority: 2,
    offers: ['health'],
  },
  Alarms: {
    sends: { pump: 1, ladder: 1, command: 1 },
    zh: '自动报警',
    class: 'accidentDisaster',
    grade: 4,
    priority: 3,
  },
  'Structure Fire': {
    sends: { pump: 2, ladder: 2, command: 2, rescue: 1, ambulance: 1 },
    zh: '建筑火灾',
    class: 'accidentDisaster',
    grade: 3,
    priority: 1,
    asks: [
      [
        'police',
        'Keep the street clear for fire apparatus and people out of the danger area.',
        '保持消防车辆通道畅通，人员不得进入危险区域。',
      ],
      [
        'power',
        'Stand by to cut the building off the supply when fire command asks.',
        '待命，按消防指挥员要求切断该建筑供电。',
      ],
      [
        'gas',
        'Stand by to shut off the building’s gas when fire command asks.',
        '待命，按消防指挥员要求切断该建筑燃气。',
      ],
    ],
    offers: ['water-supply', 'health'],
  },
  'Traffic Collision': {
    sends: { pump: 1, ambulance: 1 },
    zh: '交通事故',
    class: 'accidentDisaster',
    grade: 4,
    priority: 2,
    asks: [
      [
        'police',
        'Secure the scene, direct traffic and take the collision report.',
        '保护现场，疏导交通，登记事故。',
      ],
    ],
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
    sends: { ladder: 1 },
    zh: '群众求助',
    class: 'socialSecurity',
    grade: 4,
    priority: 3,
  },
  'Gas Leak (Natural and LP Gases)': {
    sends: { pump: 1, command: 1 },
    zh: '燃气泄漏',
    class: 'accidentDisaster',
    grade: 3,
    priority: 2,
    asks: [
      [
        'gas',
        'Find the leak, shut off the supply and make the place safe.',
        '查找漏点，切断气源，确保现场安全。',
      ],
      [
        'police',
        'Keep people and traffic away until the place is safe.',
        '现场安全前，禁止人员和车辆进入。',
      ],
    ],
    offers: ['power'],
  },
  'Water Rescue': {
    sends: { pump: 2, ladder: 2, rescue: 1, support: 2, command: 1, ambulance: 1 },
    zh: '水上救援',
    class: 'accidentDisaster',
    grade: 3,
    priority: 1,
    asks: [
      ['police', 'Send the marine unit and keep the shore clear.', '派出水上警力，清空岸边。'],
    ],
    offers: ['health'],
  },
  'Smoke Investigation (Outside)': {
    zh: '室外烟雾排查',
    class: 'accidentDisaster',
    grade: 4,
    priority: 3,
  },
  'Vehicle Fire': {
    sends: { pump: 1, ladder: 1 },
    zh: '车辆火灾',
    class: 'accidentDisaster',
    grade: 4,
    priority: 2,
    asks: [
      [
        'police',
        'Close the lane and direct traffic around the vehicle.',
        '封闭车道，引导车辆绕行。',
      ],
    ],
    offers: ['traffic-police', 'transport'],
  },
  'Electrical Hazard': {
    zh: '电气险情',
    class: 'accidentDisaster',
    grade: 4,
    priority: 2,
    asks: [
      [
        'power',
        'Make the line or the equipment dead and confirm it to the crew on scene.',
        '停电并向现场人员确认。',
      ],
    ],
    offers: ['police'],
  },
  'Elevator / Escalator Rescue': {
    sends: { ladder: 1 },
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
    asks: [
      ['police', 'Lead on scene; tell the crew what is needed.', '现场牵头，向消防人员说明需求。'],
    ],
  },
  'Odor (Strange / Unknown)': {
    zh: '不明异味',
    class: 'accidentDisaster',
    grade: 4,
    priority: 3,
    asks: [
      [
        'gas',
        'Measure for gas at the address and report the reading.',
        '到现场检测燃气浓度并上报读数。',
      ],
    ],
  },
  'Fuel Spill': {
    sends: { pump: 2 },
    zh: '燃油泄漏',
    class: 'accidentDisaster',
    grade: 4,
    priority: 2,
    asks: [
      [
        'drainage',
        'Keep the fuel out of the drains and check the outfall.',
        '防止燃油流入下水道，检查排放口。',
      ],
      [
        'urban-management',
        'Clean the road surface when fire command releases it.',
        '经消防指挥员同意后清洗路面。',
      ],
    ],
    offers: ['police', 'transport'],
  },
  Other: {
    sends: { ladder: 1 },
    zh: '其他',
    class: 'accidentDisaster',
    grade: 4,
    priority: 3,
  },
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

/** The tasks that the type's run card gives on a call; often none. */
export function tasksOf(call: string, type: string): readonly AskedTask[] {
  return (callTypeOf(type).asks ?? []).map(([department]) => ({
    task: taskIdOf(call, department),
    department,
  }));
}

/** The run card of a call type: what the first alarm sends, and what other departments are asked. */
export function runCardOf(name: string): ResponsePlan {
  const { zh, lead, asks = [], sends = { pump: 1 } } = callTypeOf(name);
  const id = idOf(name);
  return {
    id,
    version: 1,
    name: { en: `${name}: first alarm`, zh: `${zh}：首批力量` },
    types: [id],
    grades: [],
    tasks: asks.map(([department, en, instruction]) => ({
      id: department,
      department,
      part: department === lead ? 'lead' : 'assist',
      instruction: { en, zh: instruction },
    })),
    units: Object.entries(sends).map(([capability, count]) => ({
      id: capability,
      capability,
      count,
    })),
    roles: [],
    checklist: [],
  };
}

/** What of its run card a call gets: all of it with lights and siren (code 3), else the less. */
export function partsOf(name: string, finalPriority: string): WantedParts | undefined {
  const { urgentOnly = [] } = callTypeOf(name);
  if (urgentOnly.length === 0 || finalPriority !== '2') return undefined;
  const { tasks, units } = runCardOf(name);
  return {
    tasks: tasks.map(({ id }) => id),
    units: units.map(({ id }) => id).filter((id) => !urgentOnly.includes(id)),
  };
}

/** Whose affair a call type is: the department that leads it. */
export function responsibilityOf(name: string): ResponsibilityRule {
  const { zh, lead = 'fire' } = callTypeOf(name);
  const reason =
    lead === 'fire'
      ? { en: `“${name}” is answered by the Fire Department`, zh: `“${zh}”由消防局负责` }
      : { en: `“${name}” is led by another department`, zh: `“${zh}”由其他部门牵头` };
  return { id: idOf(name), types: [idOf(name)], department: lead, reason };
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
