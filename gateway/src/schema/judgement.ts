import type { Incident, Responsibility } from '@tocsin/domain';
import { builder } from './builder.ts';
import { enumOf } from './enums.ts';
import { LocalizedType } from './localized.ts';

export const ResponsibilityType = builder
  .objectRef<Responsibility & { readonly overridden: boolean }>('Responsibility')
  .implement({
    description: 'The department whose affair an incident is, and why.',
    fields: (t) => ({
      department: t.exposeID('department'),
      rule: t.exposeID('rule', { nullable: true }),
      reason: t.expose('reason', { type: LocalizedType }),
      overridden: t.exposeBoolean('overridden', {
        description: 'By a person, whatever the rules say.',
      }),
    }),
  });

const JurisdictionLevel = enumOf<'district' | 'city'>('JurisdictionLevel')('district', 'city');

export const JurisdictionOfIncident = builder
  .objectRef<Incident['jurisdiction']>('IncidentJurisdiction')
  .implement({
    fields: (t) => ({
      level: t.expose('level', { type: JurisdictionLevel }),
      district: t.exposeID('district', {
        nullable: true,
        description: 'The one that it was handed to; null: that of its place.',
      }),
    }),
  });
