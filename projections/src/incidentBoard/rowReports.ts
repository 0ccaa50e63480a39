import type { IntakeEvent, MergeEvent, Stored } from '@tocsin/domain';
import type { IncidentRow } from '../queries/rows.ts';

type Linking = Exclude<IntakeEvent, { type: 'IncidentReported' }>;
type Merging = Exclude<MergeEvent, { type: 'AbsorptionRefused' }>;

/** How many further reports the incident has, and when the newest came. */
export function linkedReports(
  { linkedReports: known = 0 }: IncidentRow,
  event: Stored<Linking>,
): Partial<IncidentRow> {
  if (event.type === 'ReportUnlinked') return { linkedReports: known > 1 ? known - 1 : undefined };
  return { linkedReports: known + 1, lastReportAt: event.meta.recordedAt };
}

/** What a merge, or its undoing, changes in the row of either incident. */
export function rowMerge(row: IncidentRow, event: Stored<Merging>): Partial<IncidentRow> {
  switch (event.type) {
    case 'IncidentMerged':
      return { status: 'merged', mergedInto: event.data.into };
    case 'MergeUndone':
      return { status: event.data.status, mergedInto: undefined };
    case 'IncidentAbsorbed': {
      const { incident: id, reports } = event.data;
      const others = row.absorbed?.filter((one) => one.id !== id) ?? [];
      return { absorbed: [...others, { id, reports: reports.length }] };
    }
    case 'IncidentSplitOff': {
      const left = row.absorbed?.filter(({ id }) => id !== event.data.incident) ?? [];
      return { absorbed: left.length > 0 ? left : undefined };
    }
  }
}
