import type { PlannedEventEvent } from '@tocsin/domain';
import type { PlannedEventRow } from '../queries/streamRows.ts';
import { rowFacts } from '../rowFacts.ts';
import type { StreamProjection } from './streamBoard.ts';

export const plannedEventBoard: StreamProjection<PlannedEventRow, PlannedEventEvent> = {
  project: (_row, event) => {
    const { revision, position } = rowFacts(event);
    const { event: id, ...facts } = event.data;
    return { id, ...facts, status: 'scheduled', revision, position };
  },
  isOn: ({ status }) => status === 'scheduled',
};
