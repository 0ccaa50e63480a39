import { type GrantedUnit, isOpenMutualAid, type MutualAid } from '@tocsin/domain';
import { EvidenceType } from './actor.ts';
import { builder } from './builder.ts';
import { fromRecord } from './evidence.ts';
import { IncidentViewType } from './incident.ts';

const GrantedUnitType = builder.objectRef<GrantedUnit>('GrantedUnit').implement({
  fields: (t) => ({
    unit: t.exposeID('unit'),
    callSign: t.exposeString('callSign'),
    department: t.exposeID('department'),
    kind: t.exposeString('kind'),
  }),
});

const MutualAidType = builder.objectRef<MutualAid>('MutualAid').implement({
  description: 'A request to another jurisdiction, its answer and its end.',
  fields: (t) => ({
    request: t.exposeID('request'),
    jurisdiction: t.exposeID('jurisdiction'),
    capability: t.exposeID('capability'),
    count: t.exposeInt('count'),
    requested: t.field({
      type: EvidenceType,
      description: 'With the reason.',
      resolve: ({ requested, reason }) => ({ ...requested, note: reason }),
    }),
    answered: t.field({
      type: EvidenceType,
      nullable: true,
      resolve: ({ answered }) => fromRecord(answered),
    }),
    granted: t.boolean({
      nullable: true,
      description: 'Null while there is no answer.',
      resolve: ({ answered }) => answered?.granted ?? null,
    }),
    units: t.field({ type: [GrantedUnitType], resolve: ({ units }) => [...units] }),
    ended: t.field({
      type: EvidenceType,
      nullable: true,
      resolve: ({ ended }) => fromRecord(ended),
    }),
    open: t.boolean({ description: 'Neither declined nor ended.', resolve: isOpenMutualAid }),
  }),
});

builder.objectField(IncidentViewType, 'mutualAid', (t) =>
  t.field({ type: [MutualAidType], resolve: ({ state }) => [...state.mutualAid.values()] }),
);
