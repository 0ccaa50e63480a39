import type { DutyEvent } from '@tocsin/domain';
import type { DutyRow } from '../queries/streamRows.ts';
import { rowFacts } from '../rowFacts.ts';
import { subject } from '../streams.ts';
import type { StreamProjection } from './streamBoard.ts';

export const dutyBoard: StreamProjection<DutyRow, DutyEvent> = {
  project: (row, event) => {
    const { at: since, revision, position } = rowFacts(event);
    const { city, department, ...who } = event.data;
    const onDuty = [...(row?.onDuty ?? []), { ...who, since }];
    return { id: subject(event), city, department, onDuty, revision, position };
  },
  isOn: () => true,
};
