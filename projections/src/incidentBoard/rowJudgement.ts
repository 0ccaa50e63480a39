import type { JudgementEvent, Stored } from '@tocsin/domain';
import type { IncidentRow } from '../queries/rows.ts';

/** What a judgement changes in the incident's row. */
export function rowJudgement(event: Stored<JudgementEvent>): Partial<IncidentRow> {
  switch (event.type) {
    case 'IncidentJudged': {
      const { reason, ...judged } = event.data;
      return judged;
    }
    case 'ResponsibilityAssigned':
      return { responsible: event.data };
    case 'IncidentRaised':
      return { jurisdiction: { level: 'city' } };
    case 'IncidentHandedDown':
      return { jurisdiction: { level: 'district', district: event.data.district } };
    case 'ResponseLevelSet':
      return { responseLevel: event.data.level };
  }
}
