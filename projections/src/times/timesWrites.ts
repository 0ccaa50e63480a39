import { TextRows } from '../textRows.ts';
import type { CallTimes, IncidentTimes, TaskTimes, Times, UnitTimes } from './times.ts';
import { unitStages } from './times.ts';
import { joinedUnitTimes } from './unitTimes.ts';

const flag = (value: boolean): string => (value ? 't' : 'f');
const earlier = (one: string | undefined, other: string | undefined): string | undefined =>
  one !== undefined && (other === undefined || one < other) ? one : other;

/**
 * What a batch of events says of the times, one row a call, incident, assignment and task. Two of a
 * batch are joined as the tables join one with what they hold: where a batch ends changes nothing.
 */
export class TimesWrites {
  readonly #calls = new Map<string, CallTimes>();
  readonly #incidents = new Map<string, IncidentTimes>();
  readonly #units = new Map<string, UnitTimes>();
  readonly #tasks = new Map<string, TaskTimes>();
  readonly #filled = {
    calls: new TextRows(8),
    incidents: new TextRows(13),
    units: new TextRows(14),
    tasks: new TextRows(11),
  };

  clear(): void {
    for (const map of [this.#calls, this.#incidents, this.#units, this.#tasks]) map.clear();
  }

  add(times: Times): void {
    switch (times.of) {
      case 'call': {
        const { report, incident, position } = times;
        const known = this.#calls.get(report);
        this.#calls.set(report, known ? { ...known, incident, position } : times);
        return;
      }
      case 'incident': {
        const key = `${times.incident} ${times.city}`;
        const known = this.#incidents.get(key);
        const dispatched = earlier(known?.dispatched, times.dispatched);
        const onScene = earlier(known?.onScene, times.onScene);
        this.#incidents.set(key, { ...times, dispatched, onScene });
        return;
      }
      case 'unit': {
        const known = this.#units.get(times.assignment);
        this.#units.set(times.assignment, known ? joinedUnitTimes(known, times) : times);
        return;
      }
      case 'task':
        this.#tasks.set(times.key, times);
    }
  }

  callRows(): TextRows {
    const rows = this.#filled.calls.clear();
    for (const one of this.#calls.values()) {
      const { report, city, incident, at, exercise, received = '', answered = '' } = one;
      rows.add(report, city, `${incident}`, at, flag(exercise), received, answered, one.position);
    }
    return rows;
  }

  incidentRows(): TextRows {
    const rows = this.#filled.incidents.clear();
    for (const one of this.#incidents.values()) {
      const { city, incident, at, exercise, outcome, position } = one;
      const { type = '', district = '', cell = '' } = one;
      const { received = '', answered = '', dispatched = '', onScene = '' } = one;
      const where = [type, district, cell];
      const times = [received, answered, dispatched, onScene];
      rows.add(city, `${incident}`, at, flag(exercise), outcome, ...where, ...times, position);
    }
    return rows;
  }

  unitRows(): TextRows {
    const rows = this.#filled.units.clear();
    for (const one of this.#units.values()) {
      const { assignment, city, incident, at, exercise, position } = one;
      const { department = '', station = '' } = one;
      const stages = unitStages.map((stage) => one.stages[stage] ?? '');
      const whose = [department, station];
      rows.add(assignment, city, `${incident}`, at, flag(exercise), ...whose, ...stages, position);
    }
    return rows;
  }

  taskRows(): TextRows {
    const rows = this.#filled.tasks.clear();
    for (const one of this.#tasks.values()) {
      const { key, city, incident, at, exercise, department, outcome, due, position } = one;
      const { answered = '', done = '' } = one;
      const facts = [department, outcome, due, answered, done];
      rows.add(key, city, `${incident}`, at, flag(exercise), ...facts, position);
    }
    return rows;
  }
}
