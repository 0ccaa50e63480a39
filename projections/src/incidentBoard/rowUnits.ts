import type { CommitmentEvent, Stored } from '@tocsin/domain';
import type { IncidentRow } from '../queries/rows.ts';

type RowUnit = IncidentRow['units'][number];

/** Another stage silences the accountability check. */
const atStage = ({ parOverdueSince, ...unit }: RowUnit, stage: RowUnit['stage']): RowUnit => ({
  ...unit,
  stage,
});

const checked = ({ parOverdueSince, ...unit }: RowUnit, since: string | undefined): RowUnit =>
  since === undefined ? unit : { ...unit, parOverdueSince: since };

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
      return units.map((one) => (one.assignment === assignment ? atStage(one, stage) : one));
    }
    case 'UnitParRecorded': {
      const since = event.data.result === 'overdue' ? event.meta.occurredAt : undefined;
      return units.map((one) => (one.assignment === assignment ? checked(one, since) : one));
    }
    case 'UnitWithdrawn':
      return units.filter((one) => one.assignment !== assignment);
  }
}
