import type { WarningEvent } from '@tocsin/domain';
import type { WarningRow } from '../queries/streamRows.ts';
import { rowFacts } from '../rowFacts.ts';
import type { StreamProjection } from './streamBoard.ts';

export const warningBoard: StreamProjection<WarningRow, WarningEvent> = {
  project: (_row, event) => {
    const { at, revision, position } = rowFacts(event);
    const { warning: id, ...facts } = event.data;
    return { id, ...facts, status: 'inForce', issuedAt: at, revision, position };
  },
  isOn: ({ status }) => status === 'inForce',
};
