import type { Stored, WarningEvent } from '@tocsin/domain';
import type { WarningRow, WarningStep } from '../queries/streamRows.ts';
import { rowFacts } from '../rowFacts.ts';
import type { StreamProjection } from './streamBoard.ts';

/** Steps of its history that a row keeps besides its issue. */
const keptSteps = 50;

function changeOf(row: WarningRow, event: Stored<WarningEvent>): Partial<WarningRow> {
  switch (event.type) {
    case 'WarningIssued':
      return {};
    case 'WarningAdjusted': {
      const { reason, ...changed } = event.data;
      return changed;
    }
    case 'WarningLifted':
      return { status: 'lifted', endedAt: rowFacts(event).at };
    case 'WarningExpired':
      return { status: 'expired', endedAt: row.until };
  }
}

function stepOf(event: Stored<WarningEvent>): WarningStep {
  const { by, at } = rowFacts(event);
  const { type, data } = event;
  const reason = 'reason' in data ? { reason: data.reason } : {};
  const level = 'level' in data && data.level ? { level: data.level } : {};
  const until = 'until' in data && data.until ? { until: data.until } : {};
  return { type, by, at, ...level, ...until, ...reason };
}

export const warningBoard: StreamProjection<WarningRow, WarningEvent> = {
  project: (row, event) => {
    const { at, revision, position } = rowFacts(event);
    const step = stepOf(event);
    if (event.type === 'WarningIssued') {
      const { warning: id, ...facts } = event.data;
      const history = [step];
      return { id, ...facts, status: 'inForce', issuedAt: at, history, revision, position };
    }
    if (!row) throw new Error(`There is no warning for ${event.type}.`);
    const [issued, ...later] = row.history;
    const history = [...(issued ? [issued] : []), ...later.slice(1 - keptSteps), step];
    return { ...row, ...changeOf(row, event), history, revision, position };
  },
  isOn: ({ status }) => status === 'inForce',
};
