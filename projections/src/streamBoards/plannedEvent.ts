import type { PlannedEventEvent, Stored } from '@tocsin/domain';
import type { PlannedEventRow } from '../queries/streamRows.ts';
import { rowFacts } from '../rowFacts.ts';
import type { StreamProjection } from './streamBoard.ts';

type Later = Exclude<Stored<PlannedEventEvent>, { type: 'EventScheduled' }>;

function changeOf(row: PlannedEventRow, { type, data }: Later): Partial<PlannedEventRow> {
  switch (type) {
    case 'EventAmended': {
      const { reason, ...changed } = data;
      return changed;
    }
    case 'EventCancelled':
      return { status: 'cancelled', cancelReason: data.reason };
    case 'EventBegun':
      return { status: 'underway' };
    case 'EventEnded':
      return { status: 'ended' };
    case 'PostPlaced':
      return { posts: [...row.posts.filter(({ post }) => post !== data.post), data] };
    case 'PostRemoved':
      return { posts: row.posts.filter(({ post }) => post !== data.post) };
    case 'EventUnitPlaced':
      return { units: [...row.units.filter(({ unit }) => unit !== data.unit), data] };
    case 'EventUnitReleased':
      return { units: row.units.filter(({ unit }) => unit !== data.unit) };
    case 'EventPlanAttached':
      return { plans: [...row.plans.filter(({ plan }) => plan !== data.plan), data] };
    case 'EventPlanDetached':
      return { plans: row.plans.filter(({ plan }) => plan !== data.plan) };
  }
}

export const plannedEventBoard: StreamProjection<PlannedEventRow, PlannedEventEvent> = {
  project: (row, event) => {
    const { by, at, revision, position } = rowFacts(event);
    const last = { type: event.type, by, at };
    if (event.type === 'EventScheduled') {
      const { event: id, ...facts } = event.data;
      const placed = { posts: [], units: [], plans: [] };
      return { id, ...facts, ...placed, status: 'scheduled', last, revision, position };
    }
    if (!row) throw new Error(`There is no planned event for ${event.type}.`);
    return { ...row, ...changeOf(row, event), last, revision, position };
  },
  isOn: ({ status }) => status === 'scheduled' || status === 'underway',
};
