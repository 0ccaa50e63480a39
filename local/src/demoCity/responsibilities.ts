import type { ResponsibilityRule } from '@tocsin/domain';
import { departments } from './departments.ts';
import { incidentTypes } from './incidentTypes.ts';

/** Exceptions come first: the first rule that fits decides. */
const byArea: readonly ResponsibilityRule[] = [
  {
    id: 'gaoxin-industry',
    types: ['hazardous-release', 'workplace-accident'],
    area: { districts: ['gaoxin'] },
    department: 'emergency-management',
    reason: {
      zh: '高新区化工园区由应急管理局属地监管',
      en: 'The chemical park in Gaoxin is under emergency management’s own supervision',
    },
  },
  {
    id: 'linjiang-river',
    types: ['urban-flooding'],
    area: { districts: ['linjiang'] },
    department: 'water-resources',
    reason: {
      zh: '临江区沿江内涝由水利局统一调度闸泵',
      en: 'Water resources runs the gates and pumps along the river in Linjiang',
    },
  },
  {
    id: 'songshan-forest',
    types: ['wildfire'],
    area: { districts: ['songshan'] },
    department: 'emergency-management',
    reason: {
      zh: '松山林区森林火灾由应急管理局牵头',
      en: 'Forest fires in the Songshan woods are led by emergency management',
    },
  },
];

/** What the departments' lists of duties say [职责清单]: whoever leads a type is responsible for it. */
const byType: readonly ResponsibilityRule[] = departments.flatMap(({ id, name }) => {
  const types = incidentTypes.filter(({ departments: [lead] }) => lead === id);
  if (types.length === 0) return [];
  return {
    id: `duty-${id}`,
    types: types.map((type) => type.id),
    department: id,
    reason: {
      zh: `按职责清单由${name.zh}主责`,
      en: `${name.en} is responsible by the list of duties`,
    },
  };
});

export const responsibilities: readonly ResponsibilityRule[] = [...byArea, ...byType];
