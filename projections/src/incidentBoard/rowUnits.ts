import type { CommitmentEvent, Stored } from '@tocsin/domain';
import type { IncidentRow } from '../queries/rows.ts';

type RowUnit = IncidentRow['units'][number];

/** The units still committed after an event; cleared and withdrawn ones are left out. */
export function rowUnits(
  units: readonly RowUnit[],
  event: Stored<CommitmentEvent>,
): readonly RowUnit[] {
  const { assignment } = event.data;
  switch (event.type) {
    case 'UnitCommitted': {
      const { unit, callSign, stacked } = event.data;
      const others = units.filter((one) => one.assignment !== assignment);
      return [...others, { assignment, unit, callSign, stage: stacked ? 'stacked' : 'dispatched' }];
    }
    case 'UnitStageRecorded': {
      const { stage } = event.data;
      if (stage === 'cleared') return units.filter((one) => one.assignment !== assignment);
      return units.map((one) => (one.assignment === assignment ? { ...one, stage } : one));
    }
    case 'UnitWithdrawn':
      return units.filter((one) => one.assignment !== assignment);
  }
}
