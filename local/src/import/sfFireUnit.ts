import type { UnitFacts } from '@tocsin/domain';
import { idOf } from './ids.ts';
import { sfCity } from './sfFireGround.ts';

interface UnitKind {
  readonly en: string;
  readonly zh: string;
  readonly capabilities: readonly string[];
}

const kinds: Readonly<Record<string, UnitKind>> = {
  ENGINE: { en: 'Engine', zh: '水罐消防车', capabilities: ['fire', 'pump', 'first-aid'] },
  TRUCK: { en: 'Truck', zh: '云梯消防车', capabilities: ['fire', 'ladder', 'forcible-entry'] },
  MEDIC: { en: 'Medic', zh: '救护车', capabilities: ['ambulance', 'first-aid'] },
  PRIVATE: { en: 'Private ambulance', zh: '民营救护车', capabilities: ['ambulance', 'first-aid'] },
  CHIEF: { en: 'Chief', zh: '指挥车', capabilities: ['command'] },
  SUPPORT: { en: 'Support', zh: '保障车', capabilities: ['support'] },
  'RESCUE CAPTAIN': { en: 'Rescue captain', zh: '救援队长车', capabilities: ['ems-command'] },
  'RESCUE SQUAD': { en: 'Rescue squad', zh: '抢险救援车', capabilities: ['fire', 'rescue'] },
  INVESTIGATION: { en: 'Investigation', zh: '火灾调查车', capabilities: ['investigation'] },
};

/** What a unit of this type can do, whatever it has on board. */
export const capabilitiesOf = (unitType: string): readonly string[] =>
  kinds[unitType]?.capabilities ?? [];

/** Engines and trucks carry their station's number; of other units the source says no home. */
function stationOf(unit: string, unitType: string, department: string): string {
  const number = /^[ET](\d+)$/.exec(unit)?.[1];
  if (number !== undefined && (unitType === 'ENGINE' || unitType === 'TRUCK'))
    return `Station ${Number(number)}`;
  return department === 'health' ? 'Private ambulance companies' : 'San Francisco Fire Department';
}

export const unitIdOf = (unit: string): string => `${sfCity}.${unit}`;

/**
 * A unit as its rows show it; `als` when any of them had advanced life support on board. Ambulances
 * of private companies are not the fire department's: they answer to the medical services agency.
 */
export function sfFireUnit(unit: string, unitType: string, als: boolean): UnitFacts {
  const kind = kinds[unitType] ?? {
    en: unitType || 'Unit',
    zh: unitType || '单位',
    capabilities: [],
  };
  const department = unitType === 'PRIVATE' ? 'health' : 'fire';
  return {
    unit: unitIdOf(unit),
    city: sfCity,
    callSign: unit,
    department,
    kind: idOf(unitType || 'unit'),
    name: { en: `${kind.en} ${unit}`, zh: `${kind.zh} ${unit}` },
    capabilities: als ? [...kind.capabilities, 'als'] : kind.capabilities,
    station: stationOf(unit, unitType, department),
  };
}
