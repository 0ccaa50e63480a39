import type { IncidentEvent } from '@tocsin/domain';
import { MemoryLog } from '../../memoryLog.testkit.ts';
import { incidentId } from '../../randomLog.testkit.ts';

/** Seconds of the first day of March 2026 in UTC, as ISO 8601. */
export const at = (second: number): string =>
  new Date(Date.UTC(2026, 2, 1) + second * 1000).toISOString();

export const wholeDay = { from: at(0), to: at(86_400) };

interface Reported {
  readonly channel?: 'phone' | 'sensor';
  readonly receivedAt?: number;
  readonly answeredAt?: number;
  readonly district?: string;
  readonly exercise?: boolean;
}

/** A log of incidents whose events occur when it is said, in seconds of the day. */
export class TimesLog extends MemoryLog {
  #reports = 0;

  tell(incident: number, second: number, event: IncidentEvent): void {
    this.append(`incident-${incidentId(incident)}`, event, { occurredAt: at(second) });
  }

  report(incident: number, second: number, reported: Reported = {}): void {
    const { receivedAt, answeredAt, district, exercise = false, channel = 'phone' } = reported;
    this.#reports += 1;
    const clock = {
      ...(receivedAt === undefined ? {} : { receivedAt: at(receivedAt) }),
      ...(answeredAt === undefined ? {} : { answeredAt: at(answeredAt) }),
    };
    const data = {
      incident: incidentId(incident),
      city: 'xinghe',
      report: `report-${this.#reports}`,
      channel,
      what: 'Smoke',
      place: { address: 'a', ...(district === undefined ? {} : { district }) },
      reporter: {},
      exercise,
      ...clock,
    };
    this.tell(incident, second, { type: 'IncidentReported', data });
  }

  confirm(incident: number, second: number, type: string): void {
    const data = { type, class: 'accidentDisaster', grade: 3, priority: 2 } as const;
    this.tell(incident, second, { type: 'IncidentConfirmed', data });
  }

  commit(incident: number, second: number, assignment: string, department = 'fire'): void {
    const unit = 'xinghe.E1';
    const data = { assignment, unit, callSign: 'E1', department, stacked: false };
    this.tell(incident, second, { type: 'UnitCommitted', data });
  }

  stage(
    incident: number,
    second: number,
    assignment: string,
    stage: 'dispatched' | 'enRoute' | 'onScene' | 'transporting' | 'cleared',
  ): void {
    const data = { assignment, unit: 'xinghe.E1', stage };
    this.tell(incident, second, { type: 'UnitStageRecorded', data });
  }

  withdraw(incident: number, second: number, assignment: string): void {
    const data = { assignment, unit: 'xinghe.E1', reason: 'Elsewhere.' };
    this.tell(incident, second, { type: 'UnitWithdrawn', data });
  }

  assign(incident: number, second: number, task: string, department = 'gas'): void {
    const deadlines = { acknowledgeBy: at(second + 60), finishBy: at(second + 600) };
    const data = { task, department, part: 'lead', instruction: 'Go.', ...deadlines } as const;
    this.tell(incident, second, { type: 'TaskAssigned', data });
  }
}
