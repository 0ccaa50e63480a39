import type { TocsinEvent } from '@tocsin/domain';
import { type MemoryLog, someone } from '../../memoryLog.testkit.ts';
import { incidentId, uuid } from '../../randomLog.testkit.ts';

const area = { districts: ['east'] };
const from = '2026-03-01T08:00:00.000Z';
const until = '2026-03-02T08:00:00.000Z';
const unit = {
  unit: 'xinghe.E2',
  city: 'xinghe',
  callSign: 'E2',
  department: 'fire',
  kind: 'engine',
  name: { zh: '二号车', en: 'Engine 2' },
  capabilities: ['water'],
  station: 'Central',
};
const warning = (n: number): TocsinEvent => ({
  type: 'WarningIssued',
  data: {
    ...{ warning: uuid('warning', n), city: 'xinghe', hazard: 'Rain', level: 'yellow', area },
    ...{ from, until, impact: 'Floods', advice: 'Stay in', issuer: 'Weather office' },
    exercise: false,
  },
});
const planned = (n: number): TocsinEvent => ({
  type: 'EventScheduled',
  data: {
    ...{ event: uuid('event', n), city: 'xinghe', name: 'Marathon', area, from, until },
    ...{ description: '', exercise: false },
  },
});
const replenished = (depot: string, lot: string): TocsinEvent => ({
  type: 'StockReplenished',
  data: { city: 'xinghe', depot, item: 'pump', lot, quantity: 3, note: '' },
});
const onDuty = { account: 'li', name: 'Li', role: 'liaison' } as const;

interface Turn {
  readonly log: MemoryLog;
  readonly at: number;
  readonly n: number;
  readonly warned: string;
  readonly event: string;
  readonly desk: string;
  /** Only where the stream has begun. */
  readonly goOn: (stream: string, next: TocsinEvent) => void;
}

const reason = 'So it is.';

const turns: readonly ((turn: Turn) => void)[] = [
  ({ log, warned, n }) => log.append(warned, warning(n)),
  ({ log, event, n }) => log.append(event, planned(n)),
  ({ log, at, n }) => log.append(`depot-xinghe.${n}`, replenished(`${n}`, `lot-${at}`)),
  ({ log, desk }) => {
    const department = desk.slice(desk.indexOf('.') + 1);
    log.append(desk, { type: 'DutyTaken', data: { ...onDuty, city: 'xinghe', department } });
  },
  ({ goOn, warned }) => goOn(warned, { type: 'WarningAdjusted', data: { level: 'red', reason } }),
  ({ log }) => log.append(`unit-${unit.unit}`, { type: 'UnitRegistered', data: unit }),
  ({ goOn, event }) => goOn(event, { type: 'EventBegun', data: { from } }),
  ({ goOn, n }) => {
    const data = { ...unit, department: n === 1 ? 'police' : 'fire' };
    goOn(`unit-${unit.unit}`, { type: 'UnitAmended', data });
  },
  ({ log, at, n }) => {
    const data = { task: uuid('task', n, n), department: 'gas', reason };
    const meta = { commandId: uuid('reassign', at), actor: someone };
    if (log.state(incidentId(n))) log.incident(incidentId(n), { type: 'ReassignTask', data }, meta);
  },
  ({ goOn, warned }) => goOn(warned, { type: 'WarningLifted', data: { reason } }),
  ({ goOn, event }) => goOn(event, { type: 'EventCancelled', data: { reason } }),
  ({ goOn, desk }) => goOn(desk, { type: 'DutyEnded', data: onDuty }),
  ({ goOn }) => goOn(`unit-${unit.unit}`, { type: 'UnitRetired', data: { reason } }),
];

/** One step further in what goes on beside the incidents: every kind of board changes in turn. */
export function cityLife(log: MemoryLog, at: number): void {
  const n = Math.floor(at / turns.length) % 3;
  turns[at % turns.length]?.({
    ...{ log, at, n },
    warned: `warning-${uuid('warning', n)}`,
    event: `plannedEvent-${uuid('event', n)}`,
    desk: `duty-xinghe.${n === 0 ? 'fire' : 'police'}`,
    goOn: (stream, next) => {
      if (log.events.some((one) => one.stream === stream)) log.append(stream, next);
    },
  });
}
