import type { Place } from '../place.ts';
import type { Localized } from '../text.ts';
import { placeInArea } from './area.ts';
import type { City } from './city.ts';

/** Whose affair something is, by which rule of the city's profile, and why. */
export interface Responsible {
  readonly department: string;
  /** Absent where the incident type itself says so. */
  readonly rule?: string;
  readonly reason: Localized;
}

/**
 * The department whose affair an incident of a type is at a place [责任界定]: the first rule that
 * fits, else the type's first department. Undefined when neither names a department of the city.
 */
export function responsibleFor(city: City, type: string, place: Place): Responsible | undefined {
  for (const rule of city.responsibilities.values()) {
    if (!city.departments.has(rule.department)) continue;
    if (rule.types.length > 0 && !rule.types.includes(type)) continue;
    if (rule.area && !placeInArea(city, rule.area, place)) continue;
    return { department: rule.department, rule: rule.id, reason: rule.reason };
  }
  const known = city.types.get(type);
  const department = known?.departments.find((id) => city.departments.has(id));
  if (!known || department === undefined) return undefined;
  const { zh, en } = known.name;
  return {
    department,
    reason: { zh: `“${zh}”的首要部门`, en: `First department of “${en}”` },
  };
}
