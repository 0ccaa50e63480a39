import type { Recorded, UnitEvent } from '@tocsin/domain';
import { expect } from 'vitest';

export const stages = ['enRoute', 'onScene', 'transporting', 'atDestination', 'cleared'] as const;

/** [U1] [U3] Counts by hand, event by event, what one unit is committed to; fails at what must not be. */
export class UnitLedger {
  /** The assignment under way, and its incident. */
  active: { readonly assignment: string; readonly incident: string } | undefined;
  readonly #waiting = new Set<string>();
  readonly #used = new Set<string>();
  readonly #reached = new Map<string, number>();

  follow(event: Recorded<UnitEvent>): void {
    switch (event.type) {
      case 'UnitDispatched':
      case 'AssignmentStacked': {
        const { assignment } = event.data;
        expect(this.#used).not.toContain(assignment);
        this.#used.add(assignment);
        if (event.type === 'UnitDispatched') this.#begin(event.data);
        else this.#waiting.add(assignment);
        break;
      }
      case 'AssignmentActivated':
        expect(this.#waiting.delete(event.data.assignment)).toBe(true);
        this.#begin(event.data);
        break;
      case 'AssignmentStageReached': {
        const { assignment, stage } = event.data;
        expect(assignment).toBe(this.active?.assignment);
        const reached = stages.indexOf(stage);
        expect(reached).toBeGreaterThan(this.#reached.get(assignment) ?? -1);
        this.#reached.set(assignment, reached);
        if (stage === 'cleared') this.active = undefined;
        break;
      }
      case 'AssignmentCancelled': {
        const { assignment } = event.data;
        const waited = this.#waiting.delete(assignment);
        expect(waited || this.active?.assignment === assignment).toBe(true);
        if (!waited) this.active = undefined;
        break;
      }
      case 'UnitOffDuty':
        expect(this.active).toBeUndefined();
        break;
      case 'UnitRetired':
        expect(this.active).toBeUndefined();
        expect([...this.#waiting]).toEqual([]);
        break;
      default:
    }
  }

  #begin({ assignment, incident }: { readonly assignment: string; readonly incident: string }) {
    expect(this.active).toBeUndefined();
    this.active = { assignment, incident };
  }
}
